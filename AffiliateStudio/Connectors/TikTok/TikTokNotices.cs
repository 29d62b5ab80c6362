using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Connectors.TikTok.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Videos.Contract;

namespace AffiliateStudio.Connectors.TikTok;

/// <summary>
/// What TikTok tells us by itself. It is signed over the body as it came, byte for byte; an old signature is refused, so that a recorded one cannot be played back later.
/// </summary>
internal static class TikTokNotices
{
    /// <summary>How old a signature may be. TikTok signs each delivery anew, also repeated ones.</summary>
    public static readonly TimeSpan OldestSignature = TimeSpan.FromMinutes(5);

    private static readonly string[] SecretSettings = [TikTokSettings.ClientSecret, TikTokSettings.BusinessSecret];

    public static PartnerResult<PlatformNotice> Read(ConnectionContext connection, string? header, ReadOnlyMemory<byte> body, DateTime now)
    {
        if (Parse(header) is not { } signature)
        {
            return Refused("no signature");
        }

        var age = now - DateTimeOffset.FromUnixTimeSeconds(signature.Seconds).UtcDateTime;
        if (age > OldestSignature || age < -OldestSignature)
        {
            return Refused("old signature");
        }

        if (!SecretSettings.Any(setting => IsSignedWith(connection[setting].Trim(), signature, body.Span)))
        {
            return Refused("wrong signature");
        }

        return PartnerJson.TryRead<NoticeWire>(body.ToArray()) is { Event: { Length: > 0 } } told ? Notice(told, now) : Failures.Malformed(TikTokErrors.Partner, "a notice without an event");
    }

    private static PlatformNotice Notice(NoticeWire told, DateTime now)
    {
        var content = told.Content is { Length: > 0 } text ? PartnerJson.TryRead<NoticeContent>(Encoding.UTF8.GetBytes(text)) : null;
        var kind = (told.Event, content?.CommentAction) switch
        {
            ("authorization.removed", _) => PlatformNoticeKind.AccessRemoved,
            ("comment.update", "delete" or "set_to_hidden" or "set_to_friends_only") => PlatformNoticeKind.CommentTakenAway,
            _ => PlatformNoticeKind.Other,
        };
        return new PlatformNotice(kind, Failures.Shorten(told.Event), told.UserOpenId ?? string.Empty, UnixTime.Seconds(told.CreateTime) ?? now, content?.VideoId, content?.CommentId);
    }

    // "t=1633174587,s=18494715036ac4416a1d0a673871a2edbcfc94d94bd88ccd2c5ec9b3425afe66"
    private static Signature? Parse(string? header)
    {
        string? seconds = null;
        string? hash = null;
        foreach (var part in (header ?? string.Empty).Split(','))
        {
            var trimmed = part.Trim();
            if (trimmed.StartsWith("t=", StringComparison.Ordinal))
            {
                seconds = trimmed[2..];
            }
            else if (trimmed.StartsWith("s=", StringComparison.Ordinal))
            {
                hash = trimmed[2..];
            }
        }

        return hash is { Length: 64 } && hash.All(char.IsAsciiHexDigit)
            && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time < 253_402_300_799
            ? new Signature(seconds!, time, Convert.FromHexString(hash))
            : null;
    }

    private static bool IsSignedWith(string secret, Signature signature, ReadOnlySpan<byte> body)
    {
        if (secret.Length == 0)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes(signature.Text + "."));
        hash.AppendData(body);
        return CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), signature.Hash);
    }

    private static PartnerFailure Refused(string why) =>
        new(PartnerFailureKind.Unauthorized, why, "The notice does not come from TikTok, or it is old.", "Check the client secret of the TikTok connection and the clock of this server.");

    private sealed record Signature(string Text, long Seconds, byte[] Hash);
}
