using System.Text.Json;
using AffiliateStudio.Connectors.Impact.Wire;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>Turns actions into conversions.</summary>
internal static class ImpactConversions
{
    /// <summary>A batch of actions, each standing for itself.</summary>
    public static ConversionBatch Batch(string name, IReadOnlyList<ImpactAction> actions)
    {
        var lines = new List<ReportedConversion>();
        var rejected = new List<RejectedLine>();
        for (var i = 0; i < actions.Count; i++)
        {
            if (actions[i] is null)
            {
                rejected.Add(new RejectedLine(i + 1, "null", "The entry is empty."));
            }
            else if (Line(actions[i], out var problem) is { } line)
            {
                lines.Add(line);
            }
            else
            {
                var text = JsonSerializer.Serialize(new { actions[i].Id, actions[i].State, actions[i].Amount, actions[i].Payout, actions[i].Currency, actions[i].EventDate });
                rejected.Add(new RejectedLine(i + 1, text.Length <= 500 ? text : text[..500], problem));
            }
        }

        return new ConversionBatch { Name = name, Lines = lines, Rejected = rejected };
    }

    /// <summary>Our state for one of impact.com's; a word we do not know is Other, never an error.</summary>
    public static ConversionState StateOf(string? state, DateTimeOffset? cleared) => state?.Trim().ToUpperInvariant() switch
    {
        "PENDING" => ConversionState.Pending,
        "APPROVED" => cleared is null ? ConversionState.Approved : ConversionState.Payable,
        "REVERSED" => ConversionState.Reversed,
        _ => ConversionState.Other,
    };

    private static ReportedConversion? Line(ImpactAction action, out string problem)
    {
        problem = string.Empty;
        var happened = PartnerDay.ParseTime(action.EventDate) ?? PartnerDay.ParseTime(action.CreationDate);
        if (action.Id is not { Length: > 0 and <= 120 } id)
        {
            problem = "The action has no Id.";
        }
        else if (happened is not { } occurred)
        {
            problem = "EventDate must be a time such as 2026-01-10T10:02:11-08:00.";
        }
        else if (!Currency.TryOf(action.Currency, out _))
        {
            problem = "Currency must be an ISO 4217 code such as USD.";
        }
        else if (MajorAmount.ToMoney(PlainNumber.Parse(action.Amount), action.Currency) is not { } sale)
        {
            problem = Unreadable("Amount", action.Amount);
        }
        else if (MajorAmount.ToMoney(PlainNumber.Parse(action.Payout), action.Currency) is not { } payout)
        {
            problem = Unreadable("Payout", action.Payout);
        }
        else
        {
            var cleared = PartnerDay.ParseTime(action.ClearedDate);
            return Conversion(action, id, occurred, sale, payout, cleared);
        }

        return null;
    }

    // Never taken for nothing: an order without money would take back what it earned before.
    private static string Unreadable(string member, string? text) =>
        string.IsNullOrWhiteSpace(text) ? $"{member} is missing; a number such as 1.25 is expected." : $"{member} must be a number such as 1.25, without separators or signs of a currency.";

    private static ReportedConversion Conversion(ImpactAction action, string id, DateTimeOffset occurred, Money sale, Money payout, DateTimeOffset? cleared) => new()
    {
        ExternalKey = id,
        State = StateOf(action.State, cleared),
        StateRaw = action.State ?? string.Empty,
        OccurredAt = occurred.UtcDateTime,

        // The time carries the account's own offset, so its date is the partner's day.
        PartnerDay = DateOnly.FromDateTime(occurred.DateTime),
        SaleAmount = sale,
        Commission = payout,
        SubId = NullIfEmpty(action.SubId1),
        TrackingTag = NullIfEmpty(action.SharedId),
        OrderId = NullIfEmpty(action.Oid),
        ProductTitle = NullIfEmpty(action.ActionTrackerName),
        LocksAt = PartnerDay.ParseTime(action.LockingDate)?.UtcDateTime,
        ClearedAt = cleared?.UtcDateTime,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
