using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.DisconnectPlatform;
using AffiliateStudio.Features.Videos.ImportVideos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Features.Videos.RefreshVideos;
using AffiliateStudio.Features.Videos.SignInAtPlatform;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Features.Pins;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Videos.Platforms;

/// <summary>The creators of a pin scene, and a platform where they have accounts.</summary>
internal sealed class PlatformScene : IAsyncDisposable
{
    private readonly EphemeralDataProtectionProvider _protection = new();

    private PlatformScene(PinScene pins)
    {
        Pins = pins;
        Tokens = new PlatformTokens(_protection, pins.Clock);
        Tickets = new SignInTickets(_protection);
        Sessions = new PlatformSessions(pins.Database, pins.Connections, Tokens, Platform, Platform, pins.Events, pins.Clock);
        Videos = new PlatformVideos(pins.Database, pins.Ids, pins.Clock, pins.Events);
        Refresh = new RefreshVideos(pins.Database, Sessions, Platform, Videos, pins.Clock, pins.Events);
        Import = new ImportVideos(pins.Database, Sessions, Platform, Videos, Refresh, pins.Events);
    }

    public PinScene Pins { get; }

    public FakePlatform Platform { get; } = new();

    public PlatformTokens Tokens { get; }

    public SignInTickets Tickets { get; }

    public PlatformSessions Sessions { get; }

    public PlatformVideos Videos { get; }

    public RefreshVideos Refresh { get; }

    public ImportVideos Import { get; }

    public BeginSignIn Begin => new(Pins.Database, Sessions, Tickets);

    public FinishSignIn Finish => new(Pins.Database, Sessions, Platform, Tokens, Pins.Ids, Pins.Clock, Pins.Events);

    public DisconnectPlatform Disconnect => new(Pins.Database, Sessions, Platform, Tokens, Pins.Events);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<PlatformScene> CreateAsync(DatabaseProvider engine)
    {
        var scene = new PlatformScene(await PinScene.CreateAsync(engine));
        await scene.Pins.Connections.SaveSettingsAsync(PartnerKey.TikTok, ConnectionKind.Live, new Dictionary<string, string> { ["videos"] = "yes" }, Cancel);
        return scene;
    }

    /// <summary>Signs in and comes back as the platform sends people back.</summary>
    public async Task<AffiliateStudio.Platform.Results.Result> SignInAsync(Actor actor, PlatformProgram program = PlatformProgram.Videos, string code = "good")
    {
        var departure = await Begin.RunAsync(new BeginSignIn.Command(actor, program, "https://studio.example/Account/TikTok/callback"), Cancel);
        var ticket = Tickets.Open(departure.Value.Ticket)!;
        return await Finish.RunAsync(new FinishSignIn.Command(actor, ticket, ticket.State, code, null), Cancel);
    }

    /// <summary>A scene whose first creator has connected an account, allowed comments and imported these videos.</summary>
    public async Task ConnectAsync(params string[] videos)
    {
        Assert.Null((await SignInAsync(Pins.Creator)).Error);
        Assert.Null((await SignInAsync(Pins.Creator, PlatformProgram.Comments)).Error);
        foreach (var (index, id) in videos.Index())
        {
            Platform.Videos.Add(FakePlatform.Video(id, Pins.Clock.GetUtcNow().UtcDateTime, index + 1));
        }

        if (videos.Length > 0)
        {
            Assert.Null((await ImportAsync()).Error);
        }

        Platform.Calls.Clear();
    }

    public Task<AffiliateStudio.Platform.Results.Result<ImportedVideos>> ImportAsync() => Import.RunAsync(new ImportVideos.Command(Pins.Creator), Cancel);

    public async Task<PlatformAccount> AccountAsync()
    {
        await using var db = Pins.Database.CreateDbContext();
        return await db.Set<PlatformAccount>().AsNoTracking().SingleAsync(Cancel);
    }

    public async Task<PlatformSignIn> SignInRowAsync(PlatformProgram program = PlatformProgram.Videos)
    {
        await using var db = Pins.Database.CreateDbContext();
        return await db.Set<PlatformSignIn>().AsNoTracking().SingleAsync(row => row.Program == program, Cancel);
    }

    public async Task<List<Video>> VideoRowsAsync()
    {
        await using var db = Pins.Database.CreateDbContext();
        return await db.Set<Video>().AsNoTracking().Where(video => video.Platform != null).OrderByDescending(video => video.CreatedAt).ToListAsync(Cancel);
    }

    public async Task<VideoId> VideoAsync(string platformId) => (await VideoRowsAsync()).Single(video => video.PlatformVideoId == platformId).Id;

    public ValueTask DisposeAsync() => Pins.DisposeAsync();
}
