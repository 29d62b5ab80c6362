using AffiliateStudio.Features.Accounts.Model;

namespace AffiliateStudio.Features.Videos;

/// <summary>A creator's account at a platform was connected, disconnected, refused, or an import moved on.</summary>
/// <param name="Creator">Whose it is.</param>
public sealed record PlatformAccountChanged(CreatorId Creator);
