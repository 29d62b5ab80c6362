using System.Net;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.ImportVideos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Features.Videos.SignInAtPlatform;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Demo;

/// <summary>The demo creator's TikTok account: connected by saying yes on the sandbox's own consent pages, imported, and with a pin whose comment stands at TikTok.</summary>
internal sealed class DemoTikTok(
    BeginSignIn begin, FinishSignIn finish, SignInTickets tickets, ImportVideos import, DemoHistory history, IDbContextFactory<StudioDb> databases, OwnAddress address)
{
    private const string Account = "mila.makes";

    private const string PinnedVideo = "Camp coffee";

    private static readonly DemoPin Pin = new("walmart", "coffee maker", "The little machine from the tent.");

    /// <summary>Makes what is missing of it.</summary>
    public async Task ConnectAsync(Actor creator, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<PlatformSignIn>().AnyAsync(signIn => signIn.Program == PlatformProgram.Comments, cancellationToken))
        {
            return;
        }

        await SignInAsync(creator, PlatformProgram.Videos, cancellationToken);
        Done(await import.RunAsync(new ImportVideos.Command(creator), cancellationToken));
        await SignInAsync(creator, PlatformProgram.Comments, cancellationToken);
        var video = await db.Set<Video>().Where(row => row.Platform != null && row.Caption.StartsWith(PinnedVideo)).Select(row => row.Id).FirstAsync(cancellationToken);
        await history.PinAsync(creator, video, Pin, cancellationToken);
    }

    private async Task SignInAsync(Actor creator, PlatformProgram program, CancellationToken cancellationToken)
    {
        var back = new Uri(address.Listening, VideosRoutes.TikTokCallback).AbsoluteUri;
        var departure = Done(await begin.RunAsync(new BeginSignIn.Command(creator, program, back), cancellationToken));
        var returned = await ConsentAsync(departure.Address, cancellationToken);
        var code = returned.TryGetValue("code", out var given) ? given : returned["auth_code"];
        var result = await finish.RunAsync(new FinishSignIn.Command(creator, tickets.Open(departure.Ticket), returned["state"], code, null), cancellationToken);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"{result.Error.Code}: {result.Error.Message}");
        }
    }

    // Presses "Continue" on the consent page, as the person's browser would.
    private async Task<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>> ConsentAsync(string page, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address.Listening };
        var asked = QueryHelpers.ParseQuery(page[page.IndexOf('?', StringComparison.Ordinal)..]);
        using var form = new FormUrlEncodedContent(
        [
            new("user", Account), new("answer", "allow"), new("redirect_uri", asked["redirect_uri"].ToString()), new("state", asked["state"].ToString()),
            new("challenge", asked.TryGetValue("code_challenge", out var challenge) ? challenge.ToString() : string.Empty),
            .. asked["scope"].ToString().Split(',').Select(scope => KeyValuePair.Create("scopes", scope)),
        ]);
        using var answer = await http.PostAsync(page.Split('?')[0], form, cancellationToken);
        return answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location is { } location
            ? QueryHelpers.ParseQuery(location.Query)
            : throw new InvalidOperationException($"The sandbox's TikTok answered {(int)answer.StatusCode} to the consent.");
    }

    private static T Done<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException($"{result.Error.Code}: {result.Error.Message}");
}
