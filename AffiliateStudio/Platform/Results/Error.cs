namespace AffiliateStudio.Platform.Results;

/// <summary>What a person did that cannot be done, in words that say what to do instead.</summary>
/// <param name="Code">A stable name for logs and tests, such as <c>pins.limit-reached</c>.</param>
/// <param name="Message">The sentence shown to the person; it names the remedy.</param>
/// <param name="Field">The form field that the message belongs to, when there is one.</param>
/// <param name="Link">A place in the product that helps, such as the pin that exists already.</param>
public sealed record Error(string Code, string Message, string? Field = null, string? Link = null);
