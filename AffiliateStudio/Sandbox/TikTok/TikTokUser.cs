namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Somebody with an account at the sandbox's TikTok.</summary>
/// <param name="Name">The name in addresses.</param>
/// <param name="DisplayName">The name that viewers see.</param>
/// <param name="Bio">What stands on the account's page.</param>
public sealed record TikTokUser(string Name, string DisplayName, string Bio)
{
    /// <summary>The account's id for the developers' app. The same person has another one in each program.</summary>
    public string OpenId => "-000" + Name.Replace('.', '-') + "-dev";

    /// <summary>The account's id for the business app.</summary>
    public string BusinessId => "-000" + Name.Replace('.', '-') + "-biz";
}
