using AffiliateStudio.Features.Clicks.Model;
using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>One request to a link, as it is kept. It holds no address, no user agent and no cookie.</summary>
/// <param name="Id">A UUID version 7, made from <paramref name="At"/>; the same one that the partner gets in the sub-id.</param>
/// <param name="Pin">The pin whose link it was.</param>
/// <param name="At">When, milliseconds since 1970 UTC.</param>
/// <param name="Kind">What it was, as far as the request alone tells; the log still finds double taps among the counted ones.</param>
/// <param name="Rule">The version of the rules that decided.</param>
/// <param name="Visitor">The visitor's key of that day, or zero when there is none.</param>
/// <param name="Agent">The family of the program that asked, such as <c>browser</c> or <c>slackbot</c>; 18 ASCII characters at most.</param>
internal readonly record struct Click(Guid Id, PinId Pin, long At, ClickKind Kind, byte Rule, UInt128 Visitor, string Agent)
{
    /// <summary>The longest <see cref="Agent"/>.</summary>
    public const int AgentLength = 18;

    private const long MillisecondsPerHour = 3_600_000;

    /// <summary>Whether the visitor asked not to be told apart: the key then finds double taps in memory and is stored nowhere.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The key that may be stored, or zero.</summary>
    public UInt128 StoredVisitor => IsPrivate ? UInt128.Zero : Visitor;

    /// <summary>The number of the hour since 1970 UTC.</summary>
    public long Hour => At / MillisecondsPerHour;
}
