using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>The studio's own tags with partners. Orders under them belong to many creators, so none of them may call one theirs.</summary>
internal sealed class HouseTags(ConnectionDirectory connections, IEnumerable<IPartnerConnector> connectors)
{
    /// <summary>Whether it is the studio's tag on either side, sandbox or live, paused or not: what is kept may be in use again tomorrow.</summary>
    public async Task<bool> ContainsAsync(PartnerKey partner, string tag, CancellationToken cancellationToken)
    {
        if (connectors.FirstOrDefault(connector => connector.Partner == partner) is not ILinkBuilder links)
        {
            return false;
        }

        foreach (var kind in Enum.GetValues<ConnectionKind>())
        {
            var settings = await connections.ReadSettingsAsync(partner, kind, cancellationToken);
            if (string.Equals(links.HouseTag(connections.Context(partner, kind, settings)), tag, links.TagForm.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
