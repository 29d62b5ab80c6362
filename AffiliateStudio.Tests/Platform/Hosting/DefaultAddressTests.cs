using AffiliateStudio.Platform.Hosting;
using Microsoft.AspNetCore.Builder;

namespace AffiliateStudio.Tests.Platform.Hosting;

public sealed class DefaultAddressTests
{
    [Fact]
    public void NobodySaysAnything_TheProductHasItsOwnPort() => Assert.Equal(DefaultAddress.Url, AddressOf());

    [Fact]
    public void AnAddressThatIsGiven_Wins() => Assert.Equal("http://127.0.0.1:8080", AddressOf("--urls", "http://127.0.0.1:8080"));

    [Fact]
    public void PortsThatAreGiven_AreNotOverridden() => Assert.Null(AddressOf("--http_ports", "8080"));

    private static string? AddressOf(params string[] arguments)
    {
        // In a folder without settings, so that only the arguments and the default speak.
        var folder = Directory.CreateTempSubdirectory("studio-test-");
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = folder.FullName });
            builder.AddDefaultAddress();
            return builder.Configuration["urls"];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
