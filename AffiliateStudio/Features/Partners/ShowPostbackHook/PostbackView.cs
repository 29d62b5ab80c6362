namespace AffiliateStudio.Features.Partners.ShowPostbackHook;

/// <summary>A partner's hook as admins see it. Its address is not part of it: only a digest is kept.</summary>
/// <param name="MadeAt">When the address in force was made, UTC.</param>
/// <param name="HasFormer">Whether the address before still works.</param>
/// <param name="AllowedSources">Who may call it; empty for everybody.</param>
/// <param name="LastReceivedAt">When the last postback came, UTC.</param>
/// <param name="Received">How many came.</param>
public sealed record PostbackView(DateTime MadeAt, bool HasFormer, string AllowedSources, DateTime? LastReceivedAt, long Received);
