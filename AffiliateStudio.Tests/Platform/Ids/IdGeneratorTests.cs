using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Platform.Ids;

public sealed class IdGeneratorTests
{
    [Fact]
    public void Ids_MadeLater_SortAfterEarlierOnes()
    {
        var clock = new TestClock();
        var ids = new IdGenerator(clock);
        var made = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            made.Add(ids.New<PinId>().Value.ToString());
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.Equal(100, made.Distinct().Count());
    }

    [Fact]
    public void Id_CarriesTheClocksTime()
    {
        var clock = new TestClock();
        var bytes = new IdGenerator(clock).New<PinId>().Value.ToByteArray(bigEndian: true);

        var milliseconds = bytes.Take(6).Aggregate(0L, (value, part) => (value << 8) | part);

        Assert.Equal(clock.GetUtcNow().ToUnixTimeMilliseconds(), milliseconds);
    }
}
