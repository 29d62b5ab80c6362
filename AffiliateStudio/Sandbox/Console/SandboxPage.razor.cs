using System.Globalization;
using AffiliateStudio.Platform.Paging;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Shops;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Console;

/// <summary>Where an admin moves the sandbox's time on, takes orders back and lets partners fail.</summary>
public sealed partial class SandboxPage : IDisposable
{
    private const int PageSize = 25;

    private readonly CancellationTokenSource _gone = new();
    private Page<SandboxOrder> _orders = new([], 0);
    private bool _busy;

    /// <summary>The page of orders, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int? Number { get; set; }

    [Inject]
    private OrderBook Orders { get; set; } = null!;

    [Inject]
    private SandboxClockControl World { get; set; } = null!;

    [Inject]
    private SandboxFaults Faults { get; set; } = null!;

    [Inject]
    private IOptions<SandboxOptions> Options { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private int Current => Math.Clamp(Number ?? 1, 1, Math.Max(1, Pages));

    private int Pages => (_orders.Total + PageSize - 1) / PageSize;

    private int LockingDays => Options.Value.LockingDays;

    private string Ahead => World.Shift.TotalMinutes < 1
        ? "Same as real time"
        : $"{World.Shift.TotalDays.ToString("0.#", CultureInfo.CurrentCulture)} days ahead of real time";

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!Options.Value.Enabled)
        {
            Navigation.NotFound();
            return;
        }

        await LoadAsync();
    }

    private async Task LoadAsync() => _orders = await Orders.ListAsync(Math.Max(1, Number ?? 1), PageSize, _gone.Token);

    private async Task AdvanceAsync(MouseEventArgs click, int days)
    {
        // Time does not go back: the second click of a double click is not a second wish.
        if (_busy || click.Detail > 1)
        {
            return;
        }

        _busy = true;
        try
        {
            await World.AdvanceAsync(TimeSpan.FromDays(days), _gone.Token);
            await LoadAsync();
            Toasts.Good(days == 1 ? "A day has passed." : $"{days} days have passed.");
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ReturnAsync(SandboxOrder order)
    {
        var consequence = SandboxShops.Of(order.Partner).ReturnConsequence;
        if (!await Dialogs.ConfirmAsync("Return this order?", $"{order.Title}. {consequence}", "Return order"))
        {
            return;
        }

        var returned = await Orders.ReturnAsync(order.Id, _gone.Token);
        if (returned.Succeeded)
        {
            Toasts.Good("The order was returned.");
        }
        else
        {
            Toasts.Bad(returned.Error.Message);
        }

        await LoadAsync();
    }

    private void Switch(SandboxApi api, ChangeEventArgs change)
    {
        if (Enum.TryParse<SandboxFault>(change.Value as string, out var fault))
        {
            Faults[api] = fault;
            Toasts.Info($"{NameOf(api)}: {NameOf(fault).ToLower(CultureInfo.CurrentCulture)}.");
        }
    }

    private SandboxOrderState StateOf(SandboxOrder order) => order.StateAt(World.Now, Options.Value);

    private string PageHref(int number) => Navigation.GetUriWithQueryParameter("page", Math.Clamp(number, 1, Math.Max(1, Pages)));

    private static string ChipOf(SandboxOrderState state) => state switch
    {
        SandboxOrderState.Ordered or SandboxOrderState.Pending or SandboxOrderState.Booked or SandboxOrderState.Stayed => "chip--wait",
        SandboxOrderState.Returned or SandboxOrderState.Cancelled => "chip--bad",
        _ => "chip--good",
    };

    private static string NameOf(SandboxApi api) => api switch
    {
        SandboxApi.Amazon => "Amazon Creators API",
        SandboxApi.Walmart => "Walmart product API",
        SandboxApi.Rakuten => "Rakuten Advertising",
        SandboxApi.TikTok => "TikTok",
        SandboxApi.Expedia => "Expedia search (XAP)",
        SandboxApi.Partnerize => "Partnerize",
        _ => "impact.com",
    };

    private static string NameOf(SandboxFault fault) => fault switch
    {
        SandboxFault.None => "Works as documented",
        SandboxFault.Slow => "Slow: answers after 20 seconds",
        SandboxFault.Down => "Down: answers 503",
        SandboxFault.Throttled => "Throttled: answers 429",
        SandboxFault.HalfBody => "Breaks off in the middle of an answer",
        SandboxFault.Html => "Answers HTML instead of JSON",
        _ => "Account is not eligible",
    };
}
