namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>An answer that is good as a whole and may still say what went wrong with parts of it.</summary>
public interface INoticed
{
    /// <summary>Partial errors that came inside the answer, in the partner's words.</summary>
    IReadOnlyList<string> Notices { get; }
}
