using System.Net;
using AffiliateStudio.Platform.Mail;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Outbox;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Sandbox;

public sealed class SandboxSwitchTests
{
    [Theory]
    [InlineData("/sandbox/amazon/dp/B0ZZZZZZZ0")]
    [InlineData("/sandbox/shop.css")]
    [InlineData("/sandbox/outbox")]
    public async Task Sandbox_SwitchedOff_HasNoAddresses(string path)
    {
        await using var host = new StudioHost(("Sandbox:Enabled", "false"));
        using var client = host.NewClient();

        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("Production", false, false)]
    [InlineData("Production", true, true)]
    [InlineData("Staging", false, true)]
    public void Options_ByEnvironment_AreRefusedInProductionUnlessOnPurpose(string environment, bool allowed, bool accepted)
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(new Microsoft.AspNetCore.Builder.WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["Sandbox:Enabled"] = "true";
        builder.Configuration["Sandbox:AllowInProduction"] = allowed ? "true" : "false";
        builder.AddSandbox();
        using var app = builder.Build();

        var failure = Record.Exception(() => app.Services.GetRequiredService<IOptions<SandboxOptions>>().Value);

        Assert.Equal(accepted, failure is null);
        if (!accepted)
        {
            Assert.Contains("Sandbox:AllowInProduction", failure!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Outbox_WithAMail_ShowsItWithItsLink()
    {
        await using var host = new StudioHost();
        using var client = host.NewClient();
        await host.Services.GetRequiredService<AffiliateStudio.Platform.Mail.Outbox>().AddAsync(
            new MailMessageContent("a@studio.test", "New password", "Follow this link:\nhttps://studio.test/reset?code=1&x=2\n"), TestContext.Current.CancellationToken);

        var html = await client.GetStringAsync("/sandbox/outbox", TestContext.Current.CancellationToken);

        Assert.Contains("<a href=\"https://studio.test/reset?code=1&amp;x=2\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void MailText_WithALinkInASentence_LeavesTheFullStopOut()
    {
        var parts = MailText.Split("See https://a.test/x. Thanks").ToList();

        Assert.Equal(["See ", "https://a.test/x", ". Thanks"], parts.Select(part => part.Text));
        Assert.Equal([false, true, false], parts.Select(part => part.IsLink));
    }
}
