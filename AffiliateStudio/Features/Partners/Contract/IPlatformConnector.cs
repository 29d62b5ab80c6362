namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>
/// A connector to a place where creators publish. It sells nothing: there is no partner row behind it, and search, tags, rates and reports never see it.
/// </summary>
public interface IPlatformConnector : IPartnerConnector
{
    /// <summary>The platform's name.</summary>
    string Name { get; }

    /// <summary>What it can do, in words.</summary>
    IReadOnlyList<string> Capabilities { get; }
}
