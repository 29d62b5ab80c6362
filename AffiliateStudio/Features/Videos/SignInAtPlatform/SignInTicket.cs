using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Videos.SignInAtPlatform;

/// <summary>What a creator's browser carries, encrypted, from setting out to a platform until coming back.</summary>
/// <param name="Person">Who set out.</param>
/// <param name="Program">What for.</param>
/// <param name="State">What has to come back unchanged.</param>
/// <param name="Verifier">The secret of the proof key.</param>
/// <param name="RedirectUri">Where to come back to; the exchange has to name it again.</param>
internal sealed record SignInTicket(Guid Person, PlatformProgram Program, string State, string Verifier, string RedirectUri);
