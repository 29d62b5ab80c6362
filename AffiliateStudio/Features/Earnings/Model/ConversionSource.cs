using System.Security.Cryptography;
using System.Text.Json;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>Where a scheduled run reads: one account on one side of a partner. What was read there says nothing about another account or side.</summary>
/// <param name="Side">Sandbox or live.</param>
/// <param name="Account">A digest that tells the account from others.</param>
internal sealed record ConversionSource(ConnectionKind Side, string Account)
{
    /// <summary>
    /// The source that a connection reads. The account is told by every setting that is no secret: a renewed secret goes on where it was, and a changed setting that
    /// is no other account costs one long reading, which changes nothing.
    /// </summary>
    public static ConversionSource Of(IPartnerConnector connector, ConnectionContext connection)
    {
        var told = connector.Settings.Where(setting => !setting.IsSecret)
            .OrderBy(setting => setting.Name, StringComparer.Ordinal)
            .Select(setting => new[] { setting.Name, connection[setting.Name].Trim() });
        return new ConversionSource(connection.Kind, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(told))));
    }
}
