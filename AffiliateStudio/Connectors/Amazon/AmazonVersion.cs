using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>How a credential of one version gets and shows its token (from Amazon's own SDK 1.2.0).</summary>
/// <param name="Name">The version, such as <c>2.1</c>.</param>
/// <param name="TokenAddress">The live token endpoint.</param>
/// <param name="IsForm">Whether the token request is a form (2.x, Cognito) or JSON (3.x, Login with Amazon).</param>
/// <param name="Scope">The scope asked for.</param>
internal sealed record AmazonVersion(string Name, Uri TokenAddress, bool IsForm, string Scope)
{
    /// <summary>All known versions.</summary>
    public static IReadOnlyList<AmazonVersion> All { get; } =
    [
        Form("2.1", "us-east-1"),
        Form("2.2", "eu-south-2"),
        Form("2.3", "us-west-2"),
        Json("3.1", "com"),
        Json("3.2", "co.uk"),
        Json("3.3", "co.jp"),
    ];

    /// <summary>The version of a connection, or null when the setting names none that we know.</summary>
    public static AmazonVersion? Of(ConnectionContext connection) => All.FirstOrDefault(version => version.Name == connection[AmazonSettings.Version].Trim().TrimStart('v'));

    /// <summary>Where a connection gets its token.</summary>
    public Uri AddressFor(ConnectionContext connection) =>
        connection.SandboxAddress is { } sandbox ? new Uri(sandbox, IsForm ? "auth/v2/oauth2/token" : "auth/v3/auth/o2/token") : TokenAddress;

    /// <summary>The <c>Authorization</c> header; versions 2.x repeat their number in it, literally.</summary>
    public string Authorization(string token) => IsForm ? $"Bearer {token}, Version {Name}" : $"Bearer {token}";

    private static AmazonVersion Form(string name, string region) =>
        new(name, new Uri($"https://creatorsapi.auth.{region}.amazoncognito.com/oauth2/token"), true, "creatorsapi/default");

    private static AmazonVersion Json(string name, string domain) => new(name, new Uri($"https://api.amazon.{domain}/auth/o2/token"), false, "creatorsapi::default");
}
