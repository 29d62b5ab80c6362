namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A connector to a shop or network brings what is known about it; a connector to a platform that sells nothing does not.</summary>
public interface IPartnerProfile
{
    /// <summary>The facts, the same in every process of this build.</summary>
    PartnerProfile Profile { get; }
}
