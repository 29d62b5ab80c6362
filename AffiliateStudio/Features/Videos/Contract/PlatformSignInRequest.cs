namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>What a sign-in at a platform starts with.</summary>
/// <param name="RedirectUri">Where the platform sends the person back, as registered there.</param>
/// <param name="State">What comes back unchanged, so that we know our own request again.</param>
/// <param name="Verifier">The secret of the proof key (PKCE), 43 to 128 characters; only its hash leaves.</param>
public sealed record PlatformSignInRequest(string RedirectUri, string State, string Verifier);
