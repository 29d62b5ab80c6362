using AffiliateStudio.Features.Accounts.CreateAccount;
using AffiliateStudio.Platform.Mail;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Accounts;

/// <summary>One running product without the demo for all account tests; each test uses addresses of its own.</summary>
public sealed class AccountsHost : IAsyncDisposable
{
    public const string Password = "four unrelated words";

    public AccountsHost()
        : this([])
    {
    }

    /// <summary>A product of its own for a test that needs other settings.</summary>
    internal AccountsHost(params (string Key, string Value)[] settings) => Studio = new StudioHost([("Demo:Accounts", "false"), .. settings]);

    public StudioHost Studio { get; }

    public AccountBrowser NewBrowser() => new(Studio.NewClient());

    public Outbox Outbox => Studio.Services.GetRequiredService<Outbox>();

    public async Task AddAccountAsync(string email, string role = Roles.Creator, string? handle = null, string password = Password)
    {
        await using var scope = Studio.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<CreateAccount>()
            .RunAsync(new CreateAccountCommand(email, password, role, "Test Person", handle), TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded, result.Error?.Message);
    }

    public ValueTask DisposeAsync() => Studio.DisposeAsync();
}
