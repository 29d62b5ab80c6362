using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd;

/// <summary>Somebody with a browser: a page, and what its console said.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _consoleErrors = [];
    private readonly List<string> _expected = [];

    private readonly ConcurrentDictionary<string, IReadOnlyList<Cookie>> _sessions;

    internal Visitor(IBrowserContext context, IPage page, ConcurrentDictionary<string, IReadOnlyList<Cookie>> sessions)
    {
        _sessions = sessions;
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

    /// <summary>Signs in with a demo account: through the form the first time anybody does so, with the cookies of that time from then on.</summary>
    public async Task SignInAsync(string email)
    {
        if (_sessions.TryGetValue(email, out var cookies))
        {
            await _context.AddCookiesAsync(cookies);
            return;
        }

        await Page.GotoAsync("/Account/Login");
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync("Studio-demo-2026");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/Account/Login", StringComparison.Ordinal));
        var made = await _context.CookiesAsync();
        _sessions[email] = [.. made.Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path,
            Expires = cookie.Expires, HttpOnly = cookie.HttpOnly, Secure = cookie.Secure, SameSite = cookie.SameSite,
        })];
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
