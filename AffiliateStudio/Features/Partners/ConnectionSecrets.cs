using System.Security.Cryptography;
using System.Text.Json;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.AspNetCore.DataProtection;

namespace AffiliateStudio.Features.Partners;

/// <summary>
/// Connection settings as they are stored: a JSON object by side (sandbox, live) of JSON objects by name, each value encrypted for its own partner, side and field, so
/// that a value copied elsewhere in the table is of no use.
/// </summary>
internal sealed partial class ConnectionSecrets(IDataProtectionProvider protection, ILogger<ConnectionSecrets> logger)
{
    private const string Purpose = "AffiliateStudio.Connections";

    /// <summary>The settings of one side in the clear, or null when they were encrypted with a key that is lost.</summary>
    public IReadOnlyDictionary<string, string>? Read(PartnerKey partner, ConnectionKind kind, string stored)
    {
        if (!Parse(stored).TryGetValue(kind.ToString(), out var fields))
        {
            return new Dictionary<string, string>();
        }

        try
        {
            return fields.ToDictionary(field => field.Key, field => For(partner, kind, field.Key).Unprotect(field.Value));
        }
        catch (CryptographicException exception)
        {
            LogUnreadable(logger, exception, partner);
            return null;
        }
    }

    /// <summary>The stored form with one side's settings replaced. Empty values are left out.</summary>
    public string Write(PartnerKey partner, ConnectionKind kind, IReadOnlyDictionary<string, string> settings, string? stored)
    {
        var sides = stored is null ? [] : Parse(stored);
        sides[kind.ToString()] = settings.Where(setting => setting.Value.Length > 0)
            .ToDictionary(setting => setting.Key, setting => For(partner, kind, setting.Key).Protect(setting.Value));
        return JsonSerializer.Serialize(sides);
    }

    private static Dictionary<string, Dictionary<string, string>> Parse(string stored) =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stored) ?? [];

    private IDataProtector For(PartnerKey partner, ConnectionKind kind, string field) =>
        protection.CreateProtector(Purpose, partner.Value, kind.ToString(), field);

    [LoggerMessage(Level = LogLevel.Error, Message = "The settings of the connection with {Partner} were encrypted with a key that is not there any more; they have to be entered again.")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, PartnerKey partner);
}
