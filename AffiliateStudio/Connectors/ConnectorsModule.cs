namespace AffiliateStudio.Connectors;

/// <summary>Registers this part .</summary>
public static class ConnectorsModule
{
    /// <summary>Registers what this part needs.</summary>
    public static IHostApplicationBuilder AddConnectors(this IHostApplicationBuilder builder)
    {
        return builder;
    }
}
