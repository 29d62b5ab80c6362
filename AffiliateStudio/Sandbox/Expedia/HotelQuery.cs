using System.Globalization;
using AffiliateStudio.Sandbox.Travel;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>A hotel search as it was asked for, with what is wrong with it.</summary>
internal sealed class HotelQuery
{
    private static readonly string[] Selectors = ["ecomHotelIds", "hcomHotelIds", "geoLocation", "locationKeyword", "regionIds"];
    private static readonly string[] Sorts = ["price", "starrating", "avgrate", "deals", "guestrating", "hotelname", "distance", "totalpricewithfees"];

    private readonly IQueryCollection _query;

    private HotelQuery(IQueryCollection query)
    {
        _query = query;
    }

    /// <summary>What is wrong, or null.</summary>
    public IResult? Refusal { get; private set; }

    /// <summary>The hotels that are asked about.</summary>
    public IReadOnlyList<TravelHotel> Hotels { get; private set; } = [];

    public DateOnly? CheckIn { get; private set; }

    public DateOnly? CheckOut { get; private set; }

    public int Adults { get; private set; } = 2;

    public int Limit { get; private set; } = 200;

    public bool AvailableOnly { get; private set; }

    /// <summary>Whether pictures and amenities come along.</summary>
    public bool IsDetailed { get; private set; }

    public string Sort => _query["sortType"].ToString();

    public bool IsDescending => _query["sortOrder"].ToString() == "desc";

    /// <summary>Reads a search.</summary>
    public static HotelQuery Read(IQueryCollection query, DateOnly today)
    {
        var read = new HotelQuery(query);
        read.Refusal = read.ReadDates(today) ?? read.ReadRest() ?? read.ReadSelector();
        return read;
    }

    private IResult? ReadDates(DateOnly today)
    {
        var (from, to) = (_query["checkIn"].ToString(), _query["checkOut"].ToString());
        if (from.Length == 0 && to.Length == 0)
        {
            return null;
        }

        (CheckIn, CheckOut) = (BookingForm.Day(from), BookingForm.Day(to));
        return CheckIn is not { } first ? XapErrors.Service("INVALID_CHECKIN_DATE", "checkIn must be yyyy-MM-dd, and both dates are needed or none.")
            : CheckOut is not { } last ? XapErrors.Service("INVALID_CHECKOUT_DATE", "checkOut must be yyyy-MM-dd, and both dates are needed or none.")
            : first < today ? XapErrors.Service("INVALID_CHECKIN_DATE", "checkIn is in the past.")
            : last <= first ? XapErrors.Service("INVALID_CHECKOUT_DATE", "checkOut must be after checkIn.")
            : last.DayNumber - first.DayNumber > 28 ? XapErrors.Service("INVALID_LENGTH_OF_STAY", "A stay has at most 28 nights.")
            : last.DayNumber - today.DayNumber > 500 ? XapErrors.Service("INVALID_CHECKOUT_DATE", "Dates may be up to 500 days ahead.")
            : null;
    }

    private IResult? ReadRest()
    {
        var details = _query["contentDetails"].ToString();
        var (most, usual) = details switch { "" or "low" or "lowest" => (1_000, 200), "medium" => (200, 200), "high" => (5, 5), _ => (0, 0) };
        if (most == 0)
        {
            return XapErrors.Service("INVALID_CONTENT_DETAILS", "contentDetails must be lowest, low, medium or high.");
        }

        (IsDetailed, Limit) = (details is "medium" or "high", usual);
        AvailableOnly = _query["availOnly"].ToString() == "true";
        if (!Number("limit", 1, most, value => Limit = value))
        {
            return XapErrors.Service("INVALID_LIMIT", string.Create(CultureInfo.InvariantCulture, $"limit must be 1 to {most}."));
        }

        if (!Number("room1.adults", 1, 14, value => Adults = value))
        {
            return XapErrors.Service("INVALID_ADULTS", "room1.adults must be 1 to 14.");
        }

        return Sort.Length > 0 && !Sorts.Contains(Sort) ? XapErrors.Service("INVALID_SORT_TYPE", "sortType is not known.")
            : _query["currency"].ToString() is not ("" or "USD") ? XapErrors.Service("INVALID_CURRENCY", "This sandbox knows prices in USD only.")
            : null;
    }

    private IResult? ReadSelector()
    {
        var given = Selectors.Where(name => _query[name].ToString().Length > 0).ToList();
        if (given.Count != 1)
        {
            return XapErrors.Service("COMBINED_HOTEL_SELECT_CRITERIA", "Exactly one of ecomHotelIds, hcomHotelIds, geoLocation, locationKeyword and regionIds is needed.");
        }

        var value = _query[given[0]].ToString();
        switch (given[0])
        {
            case "locationKeyword":
                var places = PlaceFinder.Find(value);
                Hotels = places.Count == 1 ? [.. TravelWorld.Instance.HotelsOf[places[0].Index]] : [];
                return places.Count == 0 ? XapErrors.NothingFound() : places.Count > 1 ? XapErrors.Ambiguous(value, places) : null;
            case "regionIds":
                var regions = value.Split(',').Select(PlaceFinder.FindRegion).ToList();
                Hotels = [.. regions.OfType<TravelPlace>().SelectMany(place => TravelWorld.Instance.HotelsOf[place.Index])];
                return regions.Count > 10 || regions.Contains(null) ? XapErrors.Service("INVALID_REGION_ID", "regionIds holds one that is not known, or more than 10.") : null;
            case "ecomHotelIds":
                Hotels = [.. value.Split(',').Select(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? TravelWorld.Instance.Hotels.GetValueOrDefault(number) : null).OfType<TravelHotel>()];
                return Hotels.Count == 0 ? XapErrors.NothingFound() : null;
            default:
                return XapErrors.NothingFound();
        }
    }

    private bool Number(string name, int least, int most, Action<int> take)
    {
        var text = _query[name].ToString();
        if (text.Length == 0)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
        {
            return false;
        }

        take(value);
        return true;
    }
}
