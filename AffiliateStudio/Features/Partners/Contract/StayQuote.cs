using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>What a travel offer is for: nights, or a day on which something is done.</summary>
/// <param name="CheckIn">The first night, or the first day of an activity.</param>
/// <param name="CheckOut">The day of leaving; the same as <paramref name="CheckIn"/> for an activity.</param>
/// <param name="Guests">How many people, from 1.</param>
/// <param name="PerNight">The price of one night on average, when the partner tells it.</param>
public sealed record StayQuote(DateOnly CheckIn, DateOnly CheckOut, int Guests, Money? PerNight)
{
    /// <summary>How many nights; 0 for an activity.</summary>
    public int Nights => CheckOut.DayNumber - CheckIn.DayNumber;
}
