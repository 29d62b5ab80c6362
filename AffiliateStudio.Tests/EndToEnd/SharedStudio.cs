namespace AffiliateStudio.Tests.EndToEnd;

/// <summary>Journeys run one after the other against one product: they share its clock, which they move.</summary>
[CollectionDefinition(Name)]
public sealed class SharedStudio : ICollectionFixture<Studio>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Studio";
}
