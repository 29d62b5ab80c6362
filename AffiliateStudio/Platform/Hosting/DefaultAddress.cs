using Microsoft.Extensions.Configuration.Memory;

namespace AffiliateStudio.Platform.Hosting;

/// <summary>Where the product listens when nobody says anything else.</summary>
internal static class DefaultAddress
{
    /// <summary>The address.</summary>
    public const string Url = "http://127.0.0.1:5080";

    private static readonly string[] Others = ["http_ports", "https_ports"];

    /// <summary>Adds the address as the weakest of all settings: <c>--urls</c>, <c>ASPNETCORE_URLS</c>, ports and endpoints from anywhere win.</summary>
    public static IHostApplicationBuilder AddDefaultAddress(this IHostApplicationBuilder builder)
    {
        AddTo(builder.Configuration);
        return builder;
    }

    /// <summary>The same for a configuration.</summary>
    public static void AddTo(IConfigurationManager configuration)
    {
        if (Others.All(key => string.IsNullOrEmpty(configuration[key])) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new("urls", Url)] });
        }
    }
}
