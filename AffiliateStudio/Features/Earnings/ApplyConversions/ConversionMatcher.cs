using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>Whose order it is.</summary>
/// <param name="CreatorId">The creator.</param>
/// <param name="PinId">The pin, when the sub-id came back.</param>
/// <param name="ClickId">The click, when the sub-id came back.</param>
internal readonly record struct ConversionMatch(CreatorId CreatorId, PinId? PinId, Guid? ClickId);

/// <summary>
/// Finds the creator of an order: by the sub-id, which names the pin and the click, else by the tracking tag, which names only the creator. A tag that several creators
/// entered names nobody.
/// </summary>
internal sealed class ConversionMatcher
{
    private readonly Dictionary<LinkCode, (PinId Pin, CreatorId Creator)> _pins;
    private readonly Dictionary<string, CreatorId> _tags;

    private ConversionMatcher(Dictionary<LinkCode, (PinId Pin, CreatorId Creator)> pins, Dictionary<string, CreatorId> tags)
    {
        _pins = pins;
        _tags = tags;
    }

    /// <summary>Reads the pins and tags that these facts name.</summary>
    public static async Task<ConversionMatcher> LoadAsync(StudioDb db, PartnerKey partner, IReadOnlyCollection<ReportedFact> facts, CancellationToken cancellationToken)
    {
        var codes = facts.Select(fact => SubId.TryParse(fact.SubId, out var subId) ? subId.LinkCode : default(LinkCode?)).OfType<LinkCode>().Distinct();
        var pins = new Dictionary<LinkCode, (PinId, CreatorId)>();
        foreach (var some in codes.Chunk(500))
        {
            var found = await db.Set<Pin>().Where(pin => pin.Partner == partner && some.Contains(pin.LinkCode))
                .Select(pin => new { pin.LinkCode, pin.Id, pin.CreatorId }).ToListAsync(cancellationToken);
            found.ForEach(pin => pins[pin.LinkCode] = (pin.Id, pin.CreatorId));
        }

        var tags = new Dictionary<string, CreatorId>(StringComparer.OrdinalIgnoreCase);
        if (facts.Any(fact => fact.TrackingTag.Length > 0))
        {
            var known = await db.Set<CreatorTag>().Where(tag => tag.Partner == partner).Select(tag => new { tag.Value, tag.CreatorId }).ToListAsync(cancellationToken);
            foreach (var owners in known.GroupBy(tag => tag.Value, StringComparer.OrdinalIgnoreCase).Where(owners => owners.Count() == 1))
            {
                tags[owners.Key] = owners.Single().CreatorId;
            }
        }

        return new ConversionMatcher(pins, tags);
    }

    /// <summary>Whose it is, or null when it belongs to nobody that we know.</summary>
    public ConversionMatch? Find(ReportedFact fact)
    {
        if (SubId.TryParse(fact.SubId, out var subId) && _pins.TryGetValue(subId.LinkCode, out var pin))
        {
            return new ConversionMatch(pin.Creator, pin.Pin, subId.ClickId);
        }

        return FindByTag(fact);
    }

    /// <summary>Whose it is by the tracking tag alone.</summary>
    public ConversionMatch? FindByTag(ReportedFact fact) => _tags.TryGetValue(fact.TrackingTag, out var creator) ? new ConversionMatch(creator, null, null) : null;
}
