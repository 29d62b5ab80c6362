namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>A person's account at a platform.</summary>
/// <param name="OpenId">The account's id for our app.</param>
/// <param name="Username">The name in addresses, without @; empty when the person did not allow it.</param>
/// <param name="DisplayName">The name that viewers see.</param>
public sealed record PlatformProfile(string OpenId, string Username, string DisplayName);
