using System.Text;

namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>A record of a delimited file.</summary>
/// <param name="LineNumber">The line it begins on, from 1.</param>
/// <param name="Cells">Its cells, trimmed.</param>
internal sealed record DelimitedRecord(int LineNumber, IReadOnlyList<string> Cells)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank => Cells.All(cell => cell.Length == 0);

    /// <summary>The record as people would read it, for reports of what is wrong.</summary>
    public string Text
    {
        get
        {
            var text = string.Join(" | ", Cells);
            return text.Length <= 500 ? text : text[..500];
        }
    }
}

/// <summary>Splits delimited text by RFC 4180: cells in quotes may hold the delimiter, doubled quotes and line ends.</summary>
internal static class DelimitedText
{
    /// <summary>The most records that a file may have.</summary>
    public const int MostRecords = 100_000;

    private const string Delimiters = "\t,;";

    /// <summary>The delimiter that most of the first lines agree on.</summary>
    public static char Sniff(string text)
    {
        var head = text.Split('\n', 6).Take(5).ToList();
        return Delimiters.MaxBy(delimiter => head.Max(line => line.Count(character => character == delimiter)));
    }

    /// <summary>The records, blank ones left out. Of a text with more than <see cref="MostRecords"/> it reads one more than that and stops.</summary>
    public static IReadOnlyList<DelimitedRecord> Read(string text, char delimiter, CancellationToken cancellationToken)
    {
        var records = new List<DelimitedRecord>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, begin, quoted, isBlank) = (1, 1, false, true);
        for (var at = 0; at < text.Length && records.Count <= MostRecords; at++)
        {
            if ((at & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var character = text[at];
            line += character == '\n' ? 1 : 0;
            if (quoted)
            {
                quoted = character != '"' || Next(text, at) == '"';
                at += quoted && character == '"' ? 1 : 0;
                isBlank &= !Append(cell, character, quoted) || char.IsWhiteSpace(character);
            }
            else if (character == '"' && isBlank)
            {
                cell.Clear();
                quoted = true;
            }
            else if (character == delimiter)
            {
                Close(cells, cell);
                isBlank = true;
            }
            else if (character == '\n')
            {
                End(records, cells, cell, begin);
                (begin, isBlank) = (line, true);
            }
            else
            {
                cell.Append(character);
                isBlank &= char.IsWhiteSpace(character);
            }
        }

        End(records, cells, cell, begin);
        return records;
    }

    private static char Next(string text, int at) => at + 1 < text.Length ? text[at + 1] : '\0';

    private static bool Append(StringBuilder cell, char character, bool inside)
    {
        if (inside)
        {
            cell.Append(character);
        }

        return inside;
    }

    private static void Close(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString().Trim());
        cell.Clear();
    }

    private static void End(List<DelimitedRecord> records, List<string> cells, StringBuilder cell, int line)
    {
        Close(cells, cell);
        var record = new DelimitedRecord(line, [.. cells]);
        cells.Clear();
        if (!record.IsBlank)
        {
            records.Add(record);
        }
    }
}
