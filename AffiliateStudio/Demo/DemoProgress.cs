using System.Globalization;
using AffiliateStudio.Platform.Files;

namespace AffiliateStudio.Demo;

/// <summary>How much of the history is still to be made, kept in the data directory so that a broken-off start can go on.</summary>
internal sealed class DemoProgress(DataDirectory data)
{
    private const string Finished = "done";

    private string FileName => data.File("demo-history.txt");

    /// <summary>How many days are missing; null when all is there.</summary>
    public int? DaysLeft
    {
        get
        {
            if (!File.Exists(FileName))
            {
                return DemoStory.Days;
            }

            var text = File.ReadAllText(FileName);
            return text == Finished ? null : int.Parse(text, CultureInfo.InvariantCulture);
        }

        set => File.WriteAllText(FileName, value?.ToString(CultureInfo.InvariantCulture) ?? Finished);
    }

    /// <summary>Says that all is there.</summary>
    public void Finish() => DaysLeft = null;
}
