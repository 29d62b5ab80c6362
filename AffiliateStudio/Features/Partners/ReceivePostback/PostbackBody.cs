using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Features.Partners.ReceivePostback;

/// <summary>What was sent, read to its end unless it is too large, and forgotten with the request.</summary>
internal static class PostbackBody
{
    /// <summary>The most that is read.</summary>
    public const int Largest = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The body, or the status to answer with in place of reading on.</summary>
    public static async Task<(byte[] Bytes, int? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Largest)
        {
            return ([], StatusCodes.Status413PayloadTooLarge);
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        var buffer = new byte[Largest + 1];
        var length = 0;
        try
        {
            int read;
            while (length < buffer.Length && (read = await request.Body.ReadAsync(buffer.AsMemory(length), deadline.Token)) > 0)
            {
                length += read;
            }
        }
        catch (BadHttpRequestException broken)
        {
            return ([], broken.StatusCode is >= 400 and < 500 ? broken.StatusCode : StatusCodes.Status400BadRequest);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ([], StatusCodes.Status408RequestTimeout);
        }
        catch (IOException)
        {
            return ([], StatusCodes.Status400BadRequest);
        }

        return length > Largest ? ([], StatusCodes.Status413PayloadTooLarge) : (buffer[..length], null);
    }

    /// <summary>Names and values in a body or query of the form <c>a=b&amp;c=d</c>; broken escapes are taken as they are.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(ReadOnlyMemory<char> text)
    {
        foreach (var pair in new QueryStringEnumerable(text))
        {
            yield return (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
        }
    }

    /// <summary>The bytes as text; what is no UTF-8 becomes replacement characters.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
}
