namespace AffiliateStudio.Tests.Sandbox;

/// <summary>Classes of this collection share one world.</summary>
[CollectionDefinition(Name)]
public sealed class SandboxTests : ICollectionFixture<SandboxWorld>
{
    public const string Name = "Sandbox";
}
