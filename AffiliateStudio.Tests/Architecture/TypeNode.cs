namespace AffiliateStudio.Tests.Architecture;

/// <summary>A type and what it uses.</summary>
internal sealed class TypeNode(string fullName)
{
    private readonly HashSet<string> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    /// <summary>Namespace and name.</summary>
    public string FullName { get; } = fullName;

    /// <summary>The namespace.</summary>
    public string Namespace => FullName[..FullName.LastIndexOf('.')];

    /// <summary>The bare name, without the count of type parameters.</summary>
    public string Name => FullName[(FullName.LastIndexOf('.') + 1)..].Split('`')[0];

    /// <summary>Full names of the types it uses, framework types included.</summary>
    public IReadOnlyCollection<string> Uses => _uses;

    /// <summary>Members of other assemblies' types that it uses, as <c>Type::Member</c>.</summary>
    public IReadOnlyCollection<string> Members => _members;

    /// <summary>Notes a use.</summary>
    public void Use(IEnumerable<string> names) => _uses.UnionWith(names.Where(name => name != FullName));

    /// <summary>Notes the use of a member.</summary>
    public void UseMember(string name) => _members.Add(name);
}
