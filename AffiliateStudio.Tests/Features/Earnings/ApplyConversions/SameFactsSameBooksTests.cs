using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.ApplyConversions;

/// <summary>
/// Promise R7: the same facts lead to the same books, whatever the order, repetition and batching in which they arrive. Each case lives through the histories of many orders
/// (or of several report days) at once; the oracle is a pure function that never looks at the order of arrival. FsCheck prints the seed of a failure.
/// </summary>
public sealed class SameFactsSameBooksTests
{
    private const int OrdersPerCase = 60;

    private static readonly ConversionState[] States =
        [ConversionState.Pending, ConversionState.Held, ConversionState.Other, ConversionState.Approved, ConversionState.Payable, ConversionState.Reversed];

    // 18 + 6 cases of 60 orders each: 1,440 generated histories in a run on both engines.
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 18)]
    [InlineData(DatabaseProvider.Postgres, 6)]
    public async Task Orders_ReportedInAnyOrderRepetitionAndBatching_LeadToTheBooksOfTheModel(DatabaseProvider engine, int cases)
    {
        await using var world = await CreateAsync(engine);
        var run = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(cases).WithEndSize(60),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => LiveAsync(world, ++run, new Random(seed)).GetAwaiter().GetResult()));
        await world.AssertBooksAreRightAsync();
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 12)]
    [InlineData(DatabaseProvider.Postgres, 4)]
    public async Task Days_ReplacedInAnyOrderAndRepetition_LeadToTheNewestReport(DatabaseProvider engine, int cases)
    {
        await using var world = await CreateAsync(engine);
        var run = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(cases),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => ReplaceAsync(world, ++run, new Random(seed)).GetAwaiter().GetResult()));
        await world.AssertBooksAreRightAsync();
    }

    // Five reports of all orders, each with its own age; each is cut into pieces, some pieces come twice, and all come in any order.
    private static async Task<bool> LiveAsync(EarningsWorld world, int run, Random random)
    {
        var subIds = new[] { world.SubIdOf(world.AdaPin), world.SubIdOf(world.BenPin), null };
        var owners = Enumerable.Range(0, OrdersPerCase).Select(_ => subIds[random.Next(subIds.Length)]).ToArray();
        var facts = (
            from age in Enumerable.Range(0, 5)
            from order in Enumerable.Range(0, OrdersPerCase)
            where random.Next(3) > 0
            select (Age: age, Line: Line($"{run}.{order}", States[random.Next(States.Length)], random.Next(-300, 900), owners[order]))).ToList();
        var pieces = facts.GroupBy(fact => fact.Age)
            .SelectMany(report => report.OrderBy(_ => random.Next()).Chunk(random.Next(8, OrdersPerCase)).Select(lines => (Age: report.Key, Lines: lines.Select(fact => fact.Line).ToArray())))
            .ToList();
        var deliveries = pieces.Concat(pieces.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToList();
        foreach (var (age, lines) in deliveries)
        {
            await world.ApplyAsync(PartnerKey.Walmart, Batch(lines) with { AsOf = AgeOf(age) });
        }

        var winners = facts.GroupBy(fact => fact.Line.ExternalKey)
            .Select(of => of.MaxBy(fact => (Finality(fact.Line.State), fact.Age)).Line);
        return Same(Model(winners, world), await BooksAsync(world, run));
    }

    // Five versions of a day's file. Lines carry the sub-id of either creator or none, and a tag that names one creator, or the house's that names nobody.
    private static async Task<bool> ReplaceAsync(EarningsWorld world, int run, Random random)
    {
        var subIds = new[] { world.SubIdOf(world.AdaAmazonPin), world.SubIdOf(world.BenAmazonPin), null };
        var versions = Enumerable.Range(0, 5).Select(age => (Age: age, Lines: Enumerable.Range(0, random.Next(0, 6))
            .Select(at => Line(
                string.Empty,
                random.Next(4) == 0 ? ConversionState.Payable : ConversionState.Approved,
                random.Next(-3, 9) * 100,
                subIds[random.Next(subIds.Length)],
                at % 2 == 0 ? "ada-20" : "house-20") with
            {
                ProductExternalId = "B0TEST000" + random.Next(2), ProductTitle = "Lamp", PartnerDay = new DateOnly(2026, 1, 1).AddDays(run),
            }).ToArray())).ToList();
        var scope = AmazonReportKeys.AccountDay("studio-20", new DateOnly(2026, 1, 1).AddDays(run));
        foreach (var (age, lines) in versions.Concat(versions.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next()).ToList())
        {
            await world.ApplyAsync(PartnerKey.Amazon, new ConversionBatch
            {
                Name = $"{run}", ReplacesScope = scope, AsOf = AgeOf(age), Lines = [.. AmazonReportKeys.Number(lines).Select(line => line with { ExternalKey = $"{run}.{line.ExternalKey}" })],
            });
        }

        return Same(Model(versions[^1].Lines, world), await BooksAsync(world, run));
    }

    private static DateTime AgeOf(int age) => new DateTime(2026, 1, 14, 0, 0, 0, DateTimeKind.Utc).AddHours(age);

    private static int Finality(ConversionState state) => state switch
    {
        ConversionState.Approved => 2,
        ConversionState.Payable => 3,
        ConversionState.Reversed => 5,
        _ => 1,
    };

    // The model's own arithmetic: 80 % rounded to the nearest cent, away from zero (a half cannot happen), and one account per state.
    private static Dictionary<string, long> Model(IEnumerable<ReportedConversion> lines, EarningsWorld world)
    {
        var books = new Dictionary<string, long>();
        foreach (var line in lines.Where(line => line.State != ConversionState.Reversed))
        {
            var commission = line.Commission.MinorUnits;
            var (partner, creator, studio) = line.State switch
            {
                ConversionState.Approved => ("PartnerReceivable", "CreatorApproved", "StudioRevenue"),
                ConversionState.Payable => ("PartnerReceivable", "CreatorPayable", "StudioRevenue"),
                ConversionState.Held => ("PartnerPending", "CreatorHeld", "StudioPending"),
                _ => ("PartnerPending", "CreatorPending", "StudioPending"),
            };
            Add(books, partner, commission);
            if (OwnerOf(line, world) is not { } owner)
            {
                Add(books, "Unmatched", -commission);
                continue;
            }

            var share = Math.Sign(commission) * (((Math.Abs(commission) * 8) + 5) / 10);
            Add(books, $"{creator} {owner}", -share);
            Add(books, studio, share - commission);
        }

        return books;
    }

    // By the sub-id's pin, else by the tag, else nobody.
    private static string? OwnerOf(ReportedConversion line, EarningsWorld world)
    {
        Pin[] pins = [world.AdaPin, world.BenPin, world.AdaAmazonPin, world.BenAmazonPin];
        var pin = pins.FirstOrDefault(one => line.SubId?.StartsWith(one.LinkCode.Value, StringComparison.Ordinal) == true);
        return pin is not null ? $"{pin.CreatorId.Value} {pin.Id.Value}" : line.TrackingTag == "ada-20" ? $"{world.Ada.Id.Value} " : null;
    }

    private static void Add(Dictionary<string, long> books, string place, long amount) => books[place] = books.GetValueOrDefault(place) + amount;

    private static async Task<Dictionary<string, long>> BooksAsync(EarningsWorld world, int run)
    {
        var prefix = $"{run}.";
        await using var db = world.Database.CreateDbContext();
        var entries = await (
            from entry in db.Set<LedgerEntry>()
            join row in db.Set<Conversion>() on entry.ConversionId equals row.Id
            where row.ExternalKey.StartsWith(prefix)
            select entry).AsNoTracking().ToListAsync();
        return entries
            .GroupBy(entry => entry.CreatorId is { } creator ? $"{entry.Account} {creator.Value} {entry.PinId?.Value}" : entry.Account.ToString())
            .ToDictionary(of => of.Key, of => of.Sum(entry => entry.AmountMinor));
    }

    private static bool Same(Dictionary<string, long> expected, Dictionary<string, long> actual)
    {
        var wrong = expected.Keys.Union(actual.Keys).Where(place => expected.GetValueOrDefault(place) != actual.GetValueOrDefault(place))
            .Select(place => $"{place}: {expected.GetValueOrDefault(place)} expected, {actual.GetValueOrDefault(place)} posted").ToList();
        return wrong.Count == 0 ? true : throw new InvalidOperationException(string.Join("; ", wrong));
    }
}
