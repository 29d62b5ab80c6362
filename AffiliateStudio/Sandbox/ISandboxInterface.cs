namespace AffiliateStudio.Sandbox;

/// <summary>The interfaces of one partner, network or platform as the sandbox plays them.</summary>
internal interface ISandboxInterface
{
    /// <summary>Registers what it needs.</summary>
    void Add(IServiceCollection services);

    /// <summary>Maps its endpoints below <c>/sandbox</c>.</summary>
    void Map(RouteGroupBuilder sandbox, IServiceProvider services);
}
