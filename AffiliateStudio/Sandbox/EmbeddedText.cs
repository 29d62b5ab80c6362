namespace AffiliateStudio.Sandbox;

/// <summary>Texts that are compiled into the sandbox: catalog sources, drawings, the shops' stylesheet.</summary>
internal static class EmbeddedText
{
    /// <summary>A text by its place below <c>Sandbox</c>, dots for slashes.</summary>
    public static string Read(string name) => Find(name) ?? throw new InvalidOperationException($"The sandbox lacks its text {name}.");

    /// <summary>A text by its place below <c>Sandbox</c>, or null.</summary>
    public static string? Find(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("AffiliateStudio.Sandbox." + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
