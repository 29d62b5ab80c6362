using System.Globalization;
using AffiliateStudio.Tests.Support;
using AffiliateStudio.Ui;

namespace AffiliateStudio.Tests.Ui;

public sealed class ViewerTimeTests
{
    private readonly TestClock _clock = new();

    public ViewerTimeTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");

    [Fact]
    public void UnknownZone_IsUtcAndSaysSo()
    {
        var time = new ViewerTime(_clock);
        time.Use("Not/AZone");

        Assert.Equal("15 Jan 2026, 14:05 UTC", time.Format(At(14, 5), TimeStyle.Full));
    }

    [Fact]
    public void KnownZone_ShiftsTheDayToo()
    {
        var time = new ViewerTime(_clock);
        time.Use("Asia/Tokyo");

        Assert.Equal("16 Jan 2026, 08:30", time.Format(At(23, 30), TimeStyle.Full));
        Assert.Equal(new DateOnly(2026, 1, 15), time.Today);
    }

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-5, "5 min ago")]
    [InlineData(-60, "1 hour ago")]
    [InlineData(2 * 60 * 24, "in 2 days")]
    [InlineData(-8 * 60 * 24, "7 Jan 2026")]
    public void Distance_FromNow_IsInWords(int minutes, string expected) =>
        Assert.Equal(expected, new ViewerTime(_clock).Format(_clock.GetUtcNow().UtcDateTime.AddMinutes(minutes), TimeStyle.Distance));

    private static DateTime At(int hour, int minute) => new(2026, 1, 15, hour, minute, 0, DateTimeKind.Utc);
}
