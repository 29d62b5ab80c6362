namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A line of a report that could not be read.</summary>
/// <param name="LineNumber">From 1, as an editor counts.</param>
/// <param name="Text">The line, cut to 500 characters.</param>
/// <param name="Reason">What is wrong with it and what is expected.</param>
public sealed record RejectedLine(int LineNumber, string Text, string Reason);
