using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.ApplyConversions;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Connectors.Faults;

/// <summary>Whatever happens to a partner's answers, once it is well again the books hold each row once, as if nothing had happened.</summary>
public sealed class HarmedReportsTests(HarmedPartners partners) : IClassFixture<HarmedPartners>
{
    private static readonly string[] Reporting = ["amazon", "walmart", "target", "rakuten", "expedia"];

    // A run there is a token and a page.
    private const int CallsOfRakuten = 2;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Fault> Faults()
    {
        var all = new TheoryData<string, Fault>();
        foreach (var partner in Reporting)
        {
            foreach (var fault in Enum.GetValues<Fault>())
            {
                all.Add(partner, fault);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task OneHarmedAnswer_LosesAndDoublesNothing(string partner, Fault fault) => await CheckAsync(partner, fault, from: 2, times: 1);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task HarmInTheMiddleOfARun_LosesAndDoublesNothing(string partner, Fault fault) =>
        await CheckAsync(partner, fault, from: partner == "rakuten" ? CallsOfRakuten : 3, times: int.MaxValue);

    private async Task CheckAsync(string partner, Fault fault, int from, int times)
    {
        var connection = await partners.OpenAsync(partner);
        var connector = (IConversionFeed)partners.NewConnector(partner);
        partners.Proxy.Heal();
        await using var books = await Books.OpenAsync(partners.Clock, connection.Partner);
        await books.ReadAsync(connector, connection);
        var expected = await books.RowsAsync();
        Assert.NotEmpty(expected);

        await using var harmed = await Books.OpenAsync(partners.Clock, connection.Partner);
        var stricken = (IConversionFeed)partners.NewConnector(partner);
        partners.Proxy.Harm(fault, from, times);
        await harmed.ReadAsync(stricken, connection);
        Assert.True(partners.Proxy.Calls >= from, "The run made too few calls to be harmed.");
        partners.Proxy.Heal();

        // A partner that asked for an hour is not called before it is over; a new process does not know of it.
        await harmed.ReadAsync(fault == Fault.ThrottledForLong ? (IConversionFeed)partners.NewConnector(partner) : stricken, connection);

        Assert.Equal(expected, await harmed.RowsAsync());
    }

    /// <summary>Books that only one test writes.</summary>
    private sealed class Books(TestDatabase database, TimeProvider clock, PartnerKey partner) : IAsyncDisposable
    {
        private readonly ApplyConversions _apply = new(
            database, new RateCards(database), Options.Create(new CommissionOptions()), new IdGenerator(clock), new EventHub(NullLogger<EventHub>.Instance), clock);

        private string? _watermark;

        public static async Task<Books> OpenAsync(TimeProvider clock, PartnerKey partner) => new(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite), clock, partner);

        /// <summary>Reads as the job does: batch after batch until the end or the first failure, keeping the watermark with each.</summary>
        public async Task ReadAsync(IConversionFeed feed, ConnectionContext connection)
        {
            await foreach (var read in feed.ReadAsync(connection, _watermark, Cancel))
            {
                if (!read.Succeeded)
                {
                    Assert.NotEmpty(read.Failure.Remedy);
                    continue;
                }

                await _apply.RunAsync(new ApplyConversions.Command(partner, read.Value), Cancel);
                _watermark = read.Value.Watermark ?? _watermark;
            }
        }

        public async Task<IReadOnlyList<string>> RowsAsync()
        {
            await using var db = database.CreateDbContext();
            var rows = await db.Set<Conversion>().AsNoTracking().OrderBy(row => row.ExternalKey).ToListAsync(Cancel);
            return [.. rows.Select(row => $"{row.ExternalKey} {row.State} {row.SaleMinor} {row.CommissionMinor} {row.Currency} {row.SubId} {row.IsWithdrawn}")];
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }
}
