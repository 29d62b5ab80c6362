using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.LimitPostbackSources;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.RotatePostbackHook;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Partners.ReceivePostback;

/// <summary>A running product with a hook for Walmart, and what can be seen of its state.</summary>
public sealed class PostbackDoorHost : IAsyncLifetime
{
    private static readonly Actor Admin = new(Guid.CreateVersion7(), Roles.Admin);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public StudioHost Studio { get; } = new(
        ("Demo:Accounts", "false"), ("Postbacks:SettleMilliseconds", "20"), ("Postbacks:ReadEveryMilliseconds", "0"), ("Postbacks:PerMinute", "1000000"), ("Postbacks:UnknownPerMinute", "1000000"));

    /// <summary>The good token.</summary>
    public string Token { get; private set; } = string.Empty;

    public HttpClient Client { get; private set; } = null!;

    internal IConversionSync Sync => Studio.Services.GetRequiredService<IConversionSync>();

    public async ValueTask InitializeAsync()
    {
        Client = Studio.NewClient();
        Token = await RotateAsync("walmart");
    }

    /// <summary>A new token for a partner.</summary>
    public async Task<string> RotateAsync(string partner)
    {
        var made = await Studio.Services.GetRequiredService<RotatePostbackHook>().RunAsync(new(Admin, new PartnerKey(partner)), CancellationToken.None);
        return new Uri(made.Value).Segments[^1];
    }

    /// <summary>Says who may call a partner's hook.</summary>
    public async Task LimitAsync(string partner, string sources) =>
        Assert.True((await Studio.Services.GetRequiredService<LimitPostbackSources>().RunAsync(new(Admin, new PartnerKey(partner), sources), Cancel)).Succeeded);

    /// <summary>Everything that a postback could have changed.</summary>
    public async Task<string> StateAsync(string partner = "walmart")
    {
        await using var db = Studio.Databases.CreateDbContext();
        var key = new PartnerKey(partner);
        var hook = await db.Set<PostbackHook>().AsNoTracking().SingleOrDefaultAsync(row => row.Partner == key, Cancel);
        return $"{await db.Set<Conversion>().CountAsync(Cancel)} conversions, {await db.Set<LedgerEntry>().CountAsync(Cancel)} entries, {hook?.Received} received, last {hook?.LastReceivedAt:O}, "
            + $"read {Sync.LastOutcome(key)?.At:O}, reading {Sync.Stage(key)}";
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Studio.DisposeAsync();
    }
}
