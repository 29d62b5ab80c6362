using AffiliateStudio.Platform.Hosting;
using Microsoft.Extensions.Configuration;

namespace AffiliateStudio.Tests.Platform.Hosting;

public sealed class DefaultAddressTests
{
    [Fact]
    public void NobodySaysAnything_TheProductHasItsOwnPort() => Assert.Equal(DefaultAddress.Url, AddressOf());

    // "--urls", ASPNETCORE_URLS and appsettings all arrive under this name.
    [Fact]
    public void AnAddressThatIsGiven_Wins() => Assert.Equal("http://127.0.0.1:8080", AddressOf(("urls", "http://127.0.0.1:8080")));

    [Theory]
    [InlineData("http_ports", "8080")]
    [InlineData("https_ports", "8443")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:8080")]
    public void PortsAndEndpointsThatAreGiven_AreNotOverridden(string key, string value) => Assert.Null(AddressOf((key, value)));

    private static string? AddressOf(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
        DefaultAddress.AddTo(configuration);
        return configuration["urls"];
    }
}
