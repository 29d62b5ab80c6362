using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Platform;

public sealed class ClockRegistrationTests
{
    [Fact]
    public async Task Product_AsItIsComposed_HasOneClockForEverybody()
    {
        await using var host = new StudioHost();

        Assert.All(host.Services.GetServices<TimeProvider>(), clock => Assert.IsType<StudioClock>(clock));
    }
}
