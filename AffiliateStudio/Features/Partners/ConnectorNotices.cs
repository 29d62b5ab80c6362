using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>Raises notices about what partners say and we do not understand.</summary>
internal static class ConnectorNotices
{
    private const int LongestKey = 255;

    /// <summary>
    /// Notes a partner's word for the state of orders that we do not know, inside the caller's unit: it is stored when the unit is, and not twice when the unit runs again.
    /// </summary>
    /// <param name="db">The unit's context.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="word">Its word, or the empty string.</param>
    /// <param name="exampleKey">The key of a line that has it.</param>
    /// <param name="times">In how many lines it came.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task NoteUnknownStateAsync(StudioDb db, PartnerKey partner, string word, string exampleKey, int times, DateTime now, CancellationToken cancellationToken)
    {
        var kept = Cut(word.Trim() is { Length: > 0 } said ? said : "(no word)", ConnectorNotice.LongestWord);
        var notice = await db.FindAsync<ConnectorNotice>([partner, ConnectorNoticeKind.UnknownState, kept], cancellationToken);
        if (notice is null)
        {
            notice = new ConnectorNotice { Partner = partner, Kind = ConnectorNoticeKind.UnknownState, Word = kept, FirstSeenAt = now, ExampleKey = string.Empty };
            db.Add(notice);
        }

        notice.LastSeenAt = now;
        notice.Count += times;
        notice.ExampleKey = Cut(exampleKey, LongestKey);
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
