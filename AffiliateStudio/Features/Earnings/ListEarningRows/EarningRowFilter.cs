using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ListEarningRows;

/// <summary>Which rows, as the address says. What is not understood is left out.</summary>
/// <param name="Period">Which days.</param>
/// <param name="State">The word for a state, <c>earned</c> for everything not reversed, or null for all.</param>
/// <param name="Video">Only pins of this video.</param>
/// <param name="Pin">Only this pin.</param>
/// <param name="Partner">Only this partner.</param>
/// <param name="Currency">Only this currency.</param>
internal sealed record EarningRowFilter(
    EarningsPeriod Period,
    string? State = null,
    VideoId? Video = null,
    PinId? Pin = null,
    PartnerKey? Partner = null,
    string? Currency = null)
{
    /// <summary>Reads the values of an address.</summary>
    public static EarningRowFilter Parse(EarningsPeriod period, string? state, string? video, string? pin, string? partner, string? currency) => new(
        period,
        ConversionWords.StatesOf(state) is null ? null : state,
        Guid.TryParse(video, out var videoId) ? new VideoId(videoId) : null,
        Guid.TryParse(pin, out var pinId) ? new PinId(pinId) : null,
        string.IsNullOrWhiteSpace(partner) || partner.Length > 64 ? null : new PartnerKey(partner),
        Platform.Money.Currency.TryOf(currency, out var known) ? known.Code : null);

    /// <summary>The actor's own rows that fit, of those that count.</summary>
    public IQueryable<Conversion> Of(StudioDb db, Actor actor)
    {
        var (from, to) = (Period.From, Period.To);
        var rows = CountedConversions.In(db).AsNoTracking()
            .Where(row => db.Set<Creator>().Any(creator => creator.Id == row.CreatorId && creator.UserId == actor.UserId))
            .Where(row => row.Day >= from && row.Day <= to);
        if (ConversionWords.StatesOf(State) is { } states)
        {
            rows = rows.Where(row => states.Contains(row.State));
        }

        if (Video is { } video)
        {
            rows = rows.Where(row => db.Set<Pin>().Any(pin => pin.Id == row.PinId && pin.VideoId == video));
        }

        if (Pin is { } one)
        {
            rows = rows.Where(row => row.PinId == one);
        }

        if (Partner is { } partner)
        {
            rows = rows.Where(row => row.Partner == partner);
        }

        if (Currency is { } code)
        {
            var currency = Platform.Money.Currency.Of(code);
            rows = rows.Where(row => row.Currency == currency);
        }

        return rows;
    }
}
