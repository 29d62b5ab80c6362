using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Partners;

/// <summary>What people can do wrong with partners.</summary>
internal static class PartnerErrors
{
    /// <summary>Somebody without the right role gave the command.</summary>
    public static Error NotAllowed { get; } = new("partners.not-allowed", "Only admins can change connections.");

    /// <summary>There is no such partner.</summary>
    public static Error UnknownPartner { get; } = new("partners.unknown", "There is no such partner; reload the page.");

    /// <summary>The creator's account has no creator behind it.</summary>
    public static Error NoCreator { get; } = new("partners.no-creator", "Only creators have partner tags.");

    /// <summary>The tag has not the partner's form.</summary>
    public static Error WrongForm(string message) => new("partners.tag-form", message, "Value");

    /// <summary>Another creator, or the studio itself, uses the tag: its orders could not be told apart.</summary>
    public static Error TagTaken(string label) => new("partners.tag-taken", $"Somebody else here already uses this {label}. Make one of your own, so that your orders can be told apart.", "Value");

    /// <summary>A setting is missing.</summary>
    public static Error MissingSetting(string label, string field) => new("partners.missing-setting", $"Enter the {label}.", field);

    /// <summary>There is nothing to go back to.</summary>
    public static Error NoSandbox { get; } = new("partners.no-sandbox", "The sandbox has no credentials for this partner. Start with Sandbox:Enabled to get them.");

    /// <summary>The partner has no way of calling us.</summary>
    public static Error NoPostbacks { get; } = new("partners.no-postbacks", "This partner does not call us. Its orders are read on schedule.");

    /// <summary>There is no hook to limit.</summary>
    public static Error NoHook { get; } = new("partners.no-hook", "There is no hook any more. Make an address first.");

    /// <summary>An entry of the list is no address.</summary>
    public static Error WrongSource(string entry) => new(
        "partners.wrong-source", $"“{(entry.Length <= 60 ? entry : entry[..60] + "…")}” is not an address such as 192.0.2.7 or a network such as 192.0.2.0/24, or there are more than 40.", "Sources");
}
