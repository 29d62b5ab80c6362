using System.Net;
using System.Reflection;
using AffiliateStudio.Data;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Features.Accounts;
using AffiliateStudio.Tests.Features.Pins;
using AffiliateStudio.Tests.Features.Videos;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Tests.Shell;

/// <summary>The whole product on PostgreSQL: every page opens, and none leaves a warning in the log.</summary>
public sealed class PostgresStudioTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPage_OnPostgres_OpensForItsReadersWithoutAWarning()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var host = new AccountsHost(("Database:Provider", "Postgres"), ("ConnectionStrings:Postgres", database.ConnectionString));
        using var creator = await CreatorSession.SignInAsync(host, "elephant");
        await host.AddAccountAsync("root@example.test", Roles.Admin);
        using var admin = host.Studio.NewClient();
        await new AccountBrowser(admin).SignInAsync("root@example.test", AccountsHost.Password);
        var video = await creator.UploadClipAsync("On PostgreSQL");
        var pin = await HostPins.PinAsync(host.Studio, await creator.ActorAsync("elephant"), video, "B0POSTGR01");
        using (var comment = await HostPins.PostCommentAsync(creator, video, "Hello"))
        {
            Assert.Equal(HttpStatusCode.Redirect, comment.StatusCode);
        }

        var pages = PagesWithoutParameters();
        Assert.InRange(pages.Count, 15, 100);
        foreach (var page in pages)
        {
            Assert.Contains(HttpStatusCode.OK, new[] { await StatusAsync(creator.Client, page), await StatusAsync(admin, page) });
        }

        foreach (var page in new[] { "/discover?q=lamp", $"/discover/{pin.OfferId.Value}", $"/videos/{video.Value}", $"/watch/{video.Value}", "/@elephant", "/earnings?range=90", "/earnings/ledger?state=pending", "/videos?page=2" })
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, await StatusAsync(creator.Client, page)));
        }

        using var visitor = host.Studio.NewClient();
        using var gone = await visitor.GetAsync($"/go/{pin.LinkCode.Value}", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.StartsWith("https://www.amazon.com/dp/B0POSTGR01", gone.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        using var unknown = await visitor.GetAsync("/go/ZZZZZZZZ", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/healthz/ready"));
        Assert.Empty(host.Studio.Log.Entries);
    }

    private static List<string> PagesWithoutParameters() =>
    [
        .. typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false))
            .Select(route => route.Template)
            .Where(template => !template.Contains('{', StringComparison.Ordinal) && template is not ("/not-found" or "/error" or "/Account/AccessDenied" or "/Account/ResetPassword"))
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancel);
        await answer.Content.ReadAsStringAsync(Cancel);
        return answer.StatusCode;
    }
}
