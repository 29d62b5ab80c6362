using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Features.Clicks.Log;

namespace AffiliateStudio.Features.Clicks.FollowLink;

/// <summary>
/// Tells visitors of a day apart without keeping who they are: a keyed hash of address and user agent, with a secret that is made anew every day and gone after
/// two. The key of who sends <c>Sec-GPC: 1</c> or <c>DNT: 1</c> only finds double taps in memory and is stored nowhere.
/// </summary>
internal sealed class VisitorKeys(ClickLog log, IClickStore store)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly byte[] _unsaved = RandomNumberGenerator.GetBytes(32);
    private volatile DaySalt? _today;

    /// <summary>Whether a visitor asks not to be told apart.</summary>
    public static bool AsksForPrivacy(IHeaderDictionary headers) => headers["Sec-GPC"] == "1" || headers["DNT"] == "1";

    /// <summary>The visitor's key of the day.</summary>
    public ValueTask<UInt128> KeyAsync(HttpContext context, DateTime now)
    {
        var day = DateOnly.FromDateTime(now);
        return _today is { } today && today.Day == day ? ValueTask.FromResult(Hash(context, today.Salt)) : LoadAsync(context, day);
    }

    private async ValueTask<UInt128> LoadAsync(HttpContext context, DateOnly day)
    {
        byte[] salt;
        try
        {
            salt = await log.InTurnAsync(() => store.SaltAsync(day, CancellationToken.None), CancellationToken.None).WaitAsync(Patience);
        }
#pragma warning disable CA1031 // Without the store there is still a key, one that only this process knows for now.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Hash(context, _unsaved);
        }

        _today = new DaySalt(day, salt);
        return Hash(context, salt);
    }

    private static UInt128 Hash(HttpContext context, byte[] salt)
    {
        Span<byte> message = stackalloc byte[512];
        var length = 16;
        message[..16].Clear();
        context.Connection.RemoteIpAddress?.MapToIPv6().TryWriteBytes(message, out _);
        length += Append(message[length..], context.Request.Headers.UserAgent.ToString(), 360);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(salt, message[..length], hash);
        var key = BinaryPrimitives.ReadUInt128BigEndian(hash);
        return key == UInt128.Zero ? UInt128.One : key;
    }

    private static int Append(Span<byte> into, string text, int limit)
    {
        Encoding.UTF8.TryGetBytes(text.AsSpan(0, Math.Min(text.Length, limit)), into, out var written);
        return written;
    }

    private sealed record DaySalt(DateOnly Day, byte[] Salt);
}
