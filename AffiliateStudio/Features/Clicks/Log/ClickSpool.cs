using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using AffiliateStudio.Features.Clicks.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Files;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>
/// Where clicks wait on the local disk while their store does not answer, so that the viewer can go on. Files of fixed records with a checksum each; a torn last record
/// of a killed run is skipped. Reading them twice does no harm, because a click that is kept already changes nothing.
/// </summary>
internal sealed class ClickSpool : IDisposable
{
    private const int RecordLength = 80;
    private const int AgentAt = 58;
    private const int ChecksumAt = 76;

    private readonly Lock _gate = new();
    private readonly string _folder;
    private FileStream? _current;
    private long _number;

    public ClickSpool(DataDirectory directory)
    {
        _folder = directory.Folder("clicks-spool");
        // Files are numbered on from those that an earlier run left, so that they are read in the order in which they were written.
        _number = Directory.EnumerateFiles(_folder, "*.spool")
            .Select(path => long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty()
            .Max();
    }

    /// <summary>How a new file is begun.</summary>
    public Func<string, FileStream> Begin { get; init; } = path => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);

    /// <summary>Whether clicks wait.</summary>
    public bool HasEntries => Directory.EnumerateFiles(_folder, "*.spool").Any();

    /// <summary>Writes a group and forces it to disk.</summary>
    public void Append(IReadOnlyList<Click> clicks)
    {
        var bytes = new byte[clicks.Count * RecordLength];
        for (var i = 0; i < clicks.Count; i++)
        {
            Encode(clicks[i], bytes.AsSpan(i * RecordLength, RecordLength));
        }

        lock (_gate)
        {
            _current ??= Begin(Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{++_number:D19}.spool")));
            try
            {
                _current.Write(bytes);
                _current.Flush(flushToDisk: true);
            }
            catch
            {
                // Part of a record may stand there, and whatever came behind it could not be read: the next group gets a file of its own.
                _current.Dispose();
                _current = null;
                throw;
            }
        }
    }

    /// <summary>Gives every waiting group to <paramref name="keep"/> and removes its file when that succeeded.</summary>
    public async Task DrainAsync(Func<IReadOnlyList<Click>, Task> keep)
    {
        lock (_gate)
        {
            _current?.Dispose();
            _current = null;
        }

        foreach (var path in Directory.GetFiles(_folder, "*.spool").Order(StringComparer.Ordinal))
        {
            await DrainAsync(path, keep);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _current?.Dispose();

    private async Task DrainAsync(string path, Func<IReadOnlyList<Click>, Task> keep)
    {
        lock (_gate)
        {
            // Meanwhile somebody may have begun a new file; that one is left for the next time.
            if (_current?.Name == path)
            {
                return;
            }
        }

        foreach (var group in Decode(await File.ReadAllBytesAsync(path)).Chunk(2_000))
        {
            await keep(group);
        }

        File.Delete(path);
    }

    private static void Encode(Click click, Span<byte> record)
    {
        click.Id.TryWriteBytes(record, bigEndian: true, out _);
        click.Pin.Value.TryWriteBytes(record[16..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(record[32..], click.At);
        record[40] = (byte)click.Kind;
        record[41] = click.Rule;
        BinaryPrimitives.WriteUInt128BigEndian(record[42..], click.StoredVisitor);
        Encoding.ASCII.GetBytes(click.Agent, record[AgentAt..ChecksumAt]);
        BinaryPrimitives.WriteUInt32BigEndian(record[ChecksumAt..], Checksum(record[..ChecksumAt]));
    }

    private static IEnumerable<Click> Decode(byte[] bytes)
    {
        for (var at = 0; at + RecordLength <= bytes.Length; at += RecordLength)
        {
            var record = bytes.AsSpan(at, RecordLength);
            if (BinaryPrimitives.ReadUInt32BigEndian(record[ChecksumAt..]) != Checksum(record[..ChecksumAt]))
            {
                continue;
            }

            yield return new Click(
                new Guid(record[..16], bigEndian: true),
                new PinId(new Guid(record[16..32], bigEndian: true)),
                BinaryPrimitives.ReadInt64BigEndian(record[32..]),
                (ClickKind)record[40],
                record[41],
                BinaryPrimitives.ReadUInt128BigEndian(record[42..]),
                Encoding.ASCII.GetString(record[AgentAt..ChecksumAt].TrimEnd((byte)0)));
        }
    }

    // FNV-1a: it has to find torn and blank records, not an adversary.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 2_166_136_261u;
        foreach (var value in bytes)
        {
            hash = unchecked((hash ^ value) * 16_777_619u);
        }

        return hash;
    }
}
