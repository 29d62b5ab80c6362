using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd;

/// <summary>Somebody with a browser: a page, and what its console said.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _consoleErrors = [];
    private readonly List<string> _expected = [];

    internal Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        _context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _consoleErrors.Add($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        _context.WebError += (_, error) => _consoleErrors.Add("uncaught: " + error.Error);
    }

    /// <summary>The page in front.</summary>
    public IPage Page { get; }

    /// <summary>The session, for more tabs.</summary>
    public IBrowserContext Context => _context;

    /// <summary>Says that a console error with this text is what the test is about.</summary>
    public void ExpectConsoleError(string text) => _expected.Add(text);

    /// <summary>Signs in with one of the demo accounts' buttons.</summary>
    public async Task SignInAsync(string email, string password = "Studio-demo-2026")
    {
        await Page.GotoAsync("/Account/Login");
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/Account/Login", StringComparison.Ordinal));
    }

    /// <summary>Opens a page of the product and waits until its circuit, when it has one, answers.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.WaitForFunctionAsync("() => !document.querySelector('[data-interactive=pending]')");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.DoesNotContain(_consoleErrors, error => !_expected.Exists(expected => error.Contains(expected, StringComparison.Ordinal)));
    }
}
