using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Accounts.UpdateProfile;

/// <summary>What a person says about themself.</summary>
/// <param name="Actor">Whose account; only one's own can be changed.</param>
/// <param name="DisplayName">The name that others see, 1 to 80 characters.</param>
/// <param name="Bio">For creators: 280 characters at most.</param>
internal sealed record UpdateProfileCommand(Actor Actor, string DisplayName, string Bio);
