using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AffiliateStudio.Tests.Features.Accounts;

/// <summary>A browser without script: opens pages, fills forms in, keeps cookies, follows no redirects by itself.</summary>
public sealed class AccountBrowser(HttpClient client) : IDisposable
{
    public HttpStatusCode Status { get; private set; }

    public string? Location { get; private set; }

    public IHtmlDocument Page { get; private set; } = null!;

    public async Task OpenAsync(string path) => await TakeAsync(await client.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Posts the form that was rendered for a handler (or for an action), with what the page put into it and what the test types.</summary>
    public async Task SubmitAsync(string handlerOrAction, params (string Name, string Value)[] typed)
    {
        var form = Page.Forms.Single(form => form.QuerySelector("input[name=_handler]")?.GetAttribute("value") == handlerOrAction || form.GetAttribute("action") == handlerOrAction);
        var values = form.QuerySelectorAll("input[name]")
            .Where(input => input.GetAttribute("type") is not "checkbox")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? string.Empty);
        foreach (var (name, value) in typed)
        {
            values[name] = value;
        }

        var action = form.GetAttribute("action") is { Length: > 0 } address ? address : Page.BaseUri;
        using var content = new FormUrlEncodedContent(values);
        await TakeAsync(await client.PostAsync(action, content, TestContext.Current.CancellationToken));
    }

    public async Task SignInAsync(string email, string password, string? returnUrl = null)
    {
        await OpenAsync("/Account/Login" + (returnUrl is null ? string.Empty : "?ReturnUrl=" + Uri.EscapeDataString(returnUrl)));
        await SubmitAsync("sign-in", ("Input.Email", email), ("Input.Password", password));
    }

    public string Text => Page.Body!.TextContent;

    public string? ValueOf(string field) => Page.QuerySelector($"[name='{field}']")?.GetAttribute("value");

    public string? ErrorOf(string field) => Page.QuerySelector($"#{field.Replace('.', '-').ToLowerInvariant()}-error")?.TextContent;

    public void Dispose() => client.Dispose();

    private async Task TakeAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Status = response.StatusCode;
            Location = response.Headers.Location?.ToString();
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var address = response.RequestMessage!.RequestUri!.ToString();
            Page = new HtmlParser().ParseDocument(html);
            Page.Head?.QuerySelector("base")?.SetAttribute("href", address);
        }
    }
}
