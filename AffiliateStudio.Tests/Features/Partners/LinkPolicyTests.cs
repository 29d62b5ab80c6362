using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Connectors;
using AffiliateStudio.Tests.Connectors.Rakuten;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class LinkPolicyTests
{
    private static readonly Partner Amazon = Profiles.Of(PartnerKey.Amazon);
    private static readonly Partner Walmart = Profiles.Of(PartnerKey.Walmart);

    [Theory]
    [InlineData("https://www.amazon.com/dp/B0TEST0001?tag=studio-20")]
    [InlineData("https://WWW.Amazon.Com/dp/B0TEST0001")]
    [InlineData("HTTPS://www.amazon.com/dp/B0TEST0001")]
    [InlineData("https://www.amazon.com:443/dp/B0TEST0001")]
    [InlineData("https://www.amazon.co.uk/dp/B0TEST0001?tag=studio-21&ascsubtag=a-b")]
    [InlineData("https://www.amazon.com.be/dp/B0TEST0001")]
    [InlineData("/sandbox/amazon/dp/B0TEST0001?tag=studio-20")]
    public void PartnersOwnPage_WithSandbox_IsAllowed(string url) => Assert.True(Policy(sandbox: true).IsAllowed(Amazon, url), url);

    [Theory]
    [InlineData("https://goto.walmart.com/c/1234567/568844/9383?prodsku=1&u=https%3A%2F%2Fwww.walmart.com%2Fip%2F1&subId1=a")]
    [InlineData("https://www.walmart.com/ip/900000001")]
    [InlineData("/sandbox/walmart/c/1/2/3?u=%2Fsandbox%2Fwalmart%2Fip%2Fx%2F1")]
    public void WalmartsHosts_AreAllowed(string url) => Assert.True(Policy(sandbox: true).IsAllowed(Walmart, url), url);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//evil.example/dp/B0TEST0001")]
    [InlineData("///evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https:\\\\www.amazon.com\\dp")]
    [InlineData("https:/www.amazon.com/dp/B0TEST0001")]
    [InlineData("https:www.amazon.com/dp/B0TEST0001")]
    [InlineData("http://www.amazon.com/dp/B0TEST0001")]
    [InlineData("ftp://www.amazon.com/dp/B0TEST0001")]
    [InlineData("javascript:alert(1)//www.amazon.com/")]
    [InlineData("data:text/html,www.amazon.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://evil.example/")]
    [InlineData("https://evil.example/www.amazon.com/dp/B0TEST0001")]
    [InlineData("https://evil.example/?https://www.amazon.com/dp/B0TEST0001")]
    [InlineData("https://evil.example#www.amazon.com")]
    [InlineData("https://www.amazon.com@evil.example/")]
    [InlineData("https://www.amazon.com:pw@evil.example/")]
    [InlineData("https://user@www.amazon.com/dp/B0TEST0001")]
    [InlineData("https://user:pw@www.amazon.com/dp/B0TEST0001")]
    [InlineData("https://@www.amazon.com/")]
    [InlineData("https://www.amazon.com:8443/dp/B0TEST0001")]
    [InlineData("https://www.amazon.com:80/dp/B0TEST0001")]
    [InlineData("https://www.amazon.com./dp/B0TEST0001")]
    [InlineData("https://www.amazon.com.evil.example/dp/B0TEST0001")]
    [InlineData("https://evilwww.amazon.com/")]
    [InlineData("https://x.www.amazon.com/")]
    [InlineData("https://amazon.com.co/dp/B0TEST0001")]
    [InlineData("https://www.amazon.com%2eevil.example/")]
    [InlineData("https://www.amazon.com%00.evil.example/")]
    [InlineData("https://www.amazon.com\u0000.evil.example/")]
    [InlineData("https://www.amazon.com\t.evil.example/")]
    [InlineData("https://www.amazon.com\n.evil.example/")]
    [InlineData("https://www.amazon.com .evil.example/")]
    [InlineData(" https://www.amazon.com/dp/B0TEST0001")]
    [InlineData("https://www.amazon.com\\@evil.example/")]
    [InlineData("https://evil.example\\@www.amazon.com/")]
    [InlineData("https://www.\u0430mazon.com/dp/B0TEST0001")]
    [InlineData("https://www.xn--mazon-3ve.com/dp/B0TEST0001")]
    [InlineData("https://www.amaz\u043en.com/")]
    [InlineData("https://www.amazon\u3002com.evil.example/")]
    [InlineData("https://www.walmart.com/ip/1")]
    [InlineData("https://127.0.0.1/dp/B0TEST0001")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://localhost./")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://\u2460\u2461\u2466.0.0.1/")]
    [InlineData("/sandbox/walmart/ip/x/1")]
    [InlineData("/sandbox/amazon")]
    [InlineData("/sandbox/amazon/")]
    [InlineData("/sandbox/amazon/../outbox")]
    [InlineData("/sandbox/amazon/..%2foutbox")]
    [InlineData("/sandbox/amazon/%2e%2e/outbox")]
    [InlineData("/sandbox/amazon/./x")]
    [InlineData("/sandbox/amazon//evil.example")]
    [InlineData("/sandbox/amazon/%5c..%5coutbox")]
    [InlineData("/sandbox/amazonx/dp/B0TEST0001")]
    [InlineData("/SANDBOX/amazon/dp/B0TEST0001")]
    [InlineData("/admin/connectors")]
    [InlineData("https://sandbox/amazon/dp/B0TEST0001")]
    public void AnythingElse_IsRefused(string url) => Assert.False(Policy(sandbox: true).IsAllowed(Amazon, url), url);

    [Theory]
    [MemberData(nameof(HostileUrls.AwayFromTheShops), MemberType = typeof(HostileUrls))]
    public void HostileAddress_IsRefusedForEveryPartner(string url)
    {
        var policy = Policy(sandbox: true, new Merchants(RakutenAnswers.Fernway));

        Assert.DoesNotContain(Profiles.All, profile => policy.IsAllowed(profile.Facts, url) || policy.MayPass(profile.Facts, url));
    }

    [Fact]
    public void SandboxPath_WithoutSandbox_IsRefused() => Assert.False(Policy(sandbox: false).IsAllowed(Amazon, "/sandbox/amazon/dp/B0TEST0001"));

    [Fact]
    public void DotEntry_CoversHostsBelowAndNotLookAlikes()
    {
        var policy = Policy(sandbox: false);

        Assert.True(policy.IsAllowed(Walmart, "https://business.walmart.com/ip/1"));
        Assert.False(policy.IsAllowed(Walmart, "https://notwalmart.com/ip/1"));
        Assert.False(policy.IsAllowed(Walmart, "https://walmart.com.evil.example/ip/1"));
    }

    [Fact]
    public void EndlessUrl_IsRefused() => Assert.False(Policy(sandbox: false).IsAllowed(Amazon, "https://www.amazon.com/" + new string('a', 5000)));

    private static LinkPolicy Policy(bool sandbox, Merchants? merchants = null) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Sandbox:Enabled", sandbox ? "true" : "false")]).Build(), merchants ?? Merchants.None);
}
