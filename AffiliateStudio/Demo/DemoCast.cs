using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Demo;

/// <summary>Who plays in the demo history.</summary>
/// <param name="Creator">Whose videos they are.</param>
/// <param name="Neighbours">Who write comments.</param>
internal sealed record DemoCast(Actor Creator, IReadOnlyList<Actor> Neighbours);
