using System.Net;
using AffiliateStudio.Tests.Features.Accounts;
using AffiliateStudio.Tests.Features.Videos;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class VideoPageTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task Video_OfSomebodyElse_IsAnsweredAsMissing()
    {
        using var creator = await CreatorSession.SignInAsync(host, "owner");
        var video = await creator.UploadClipAsync();
        using var stranger = await CreatorSession.SignInAsync(host, "stranger");

        using var own = await creator.Client.GetAsync($"/videos/{video.Value}", TestContext.Current.CancellationToken);
        using var foreign = await stranger.Client.GetAsync($"/videos/{video.Value}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Contains("This video is not here", await foreign.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
