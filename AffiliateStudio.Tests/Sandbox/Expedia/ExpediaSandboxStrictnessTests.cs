using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AffiliateStudio.Sandbox.Travel;

namespace AffiliateStudio.Tests.Sandbox.Expedia;

/// <summary>The sandbox is as strict as Expedia and Partnerize are.</summary>
public sealed class ExpediaSandboxStrictnessTests(SandboxWorld world) : IClassFixture<SandboxWorld>
{
    private const string HotelType = "application/vnd.exp-hotel.v3+json";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", 400, "COMBINED_HOTEL_SELECT_CRITERIA")]
    [InlineData("locationKeyword=Porto&regionIds=1", 400, "COMBINED_HOTEL_SELECT_CRITERIA")]
    [InlineData("locationKeyword=Portland", 400, "AMBIGUOUS_LOCATION")]
    [InlineData("locationKeyword=Nowhereville", 409, "NO_RESULTS_FOUND")]
    [InlineData("locationKeyword=Porto&checkIn=+1", 400, "INVALID_CHECKOUT_DATE")]
    [InlineData("locationKeyword=Porto&checkIn=-2&checkOut=+2", 400, "INVALID_CHECKIN_DATE")]
    [InlineData("locationKeyword=Porto&checkIn=+2&checkOut=+2", 400, "INVALID_CHECKOUT_DATE")]
    [InlineData("locationKeyword=Porto&checkIn=+2&checkOut=+31", 400, "INVALID_LENGTH_OF_STAY")]
    [InlineData("locationKeyword=Porto&checkIn=+499&checkOut=+501", 400, "INVALID_CHECKOUT_DATE")]
    [InlineData("locationKeyword=Porto&contentDetails=medium&limit=201", 400, "INVALID_LIMIT")]
    [InlineData("locationKeyword=Porto&checkIn=+2&checkOut=+4&contentDetails=medium&limit=200", 200, "\"AvgNightlyRate\":{\"Value\":\"")]
    [InlineData("locationKeyword=Porto,%20Portugal", 200, "TotalHotelCount")]
    [InlineData("locationKeyword=OPO", 200, "TotalHotelCount")]
    public async Task HotelSearch_FollowsTheRules(string query, int status, string expected)
    {
        using var answer = await XapAsync("/sandbox/expedia/hotels/listings?" + string.Join('&', query.Split('&').Select(Dated)));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_WantsKeyPasswordTransactionAndMediaType()
    {
        const string Path = "/sandbox/expedia/hotels/listings?locationKeyword=Porto";

        Assert.Equal(HttpStatusCode.Unauthorized, (await XapAsync(Path, headers => headers.Remove("Key"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await XapAsync(Path, headers => headers.Authorization = new AuthenticationHeaderValue("Basic", "eDp5"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await XapAsync(Path, headers => headers.Remove("Partner-Transaction-Id"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await XapAsync(Path, headers => headers.Accept.Clear())).StatusCode);
        Assert.Equal(["test1"], (await XapAsync(Path)).Headers.GetValues("Partner-Transaction-Id"));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("?start_date=yesterday", 400)]
    [InlineData("?start_date=2026-01-01&date_type=whenever", 400)]
    [InlineData("?start_date=2026-01-01&limit=301", 400)]
    [InlineData("?start_date=2026-01-01%2000:00:00&date_type=last_updated&timezone=UTC", 200)]
    public async Task Report_FollowsTheRules(string query, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/sandbox/partnerize/reporting/report_publisher/publisher/{world.Credentials.PartnerizePublisherId}/conversion.json{query}");
        request.Headers.Authorization = Basic($"{world.Credentials.PartnerizeApplicationKey}:{world.Credentials.PartnerizeUserApiKey}");
        using var answer = await world.Client.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("camref:1011lAB12/pubref:x/destination:%2Fsandbox%2Fexpedia%2FHotel.h9000000.Hotel-Information", true)]
    [InlineData("camref:1011lAB12/destination:/sandbox/expedia/Hotel.h9000000.Hotel-Information", true)]
    [InlineData("camref:1011lAB12/destination:https%3A%2F%2Fevil.example%2F", false)]
    [InlineData("camref:1011lAB12/destination:%2F%2Fevil.example%2Fsandbox%2Fexpedia%2Fx", true)]
    [InlineData("camref:1011lAB12/destination:%2Fadmin%2Fsandbox", false)]
    [InlineData("camref:1011lAB12/destination:%2Fsandbox%2Fexpedia%2F..%2F..%2Fadmin", false)]
    [InlineData("camref:bad/destination:%2Fsandbox%2Fexpedia%2Fx", false)]
    [InlineData("camref:1011lAB12", false)]
    public async Task Click_LandsInTheShopOrNowhere(string path, bool lands)
    {
        using var answer = await world.Client.GetAsync("/sandbox/expedia/click/" + path, Cancel);

        Assert.Equal(lands ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, answer.StatusCode);
        if (lands)
        {
            Assert.StartsWith("/sandbox/expedia/", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Contains("clickref=1101l", answer.Headers.Location.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void World_HasManyRealPlaces_AndSomeShareTheirName()
    {
        var places = TravelWorld.Instance.Places;

        Assert.True(places.Count >= 120);
        Assert.All(places, place => Assert.True(place is { Latitude: > -60 and < 70, Longitude: >= -180 and <= 180, Iso2.Length: 2, Iso3.Length: 3 }, place.FullName));
        Assert.Equal(places.Count, places.Select(place => place.RegionId).Distinct().Count());
        Assert.Equal(places.Count, places.Select(place => place.FullName).Distinct().Count());
        Assert.All(new[] { "Portland", "Paris", "Birmingham", "Cambridge", "Valencia" }, name => Assert.True(PlaceFinder.Find(name).Count > 1, name));
        Assert.All(places, place => Assert.Same(place, Assert.Single(PlaceFinder.Find(place.FullName))));
    }

    private async Task<HttpResponseMessage> XapAsync(string path, Action<HttpRequestHeaders>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Key", world.Credentials.ExpediaXapKey);
        request.Headers.Add("Partner-Transaction-Id", "test1");
        request.Headers.Accept.ParseAdd(HotelType);
        request.Headers.Authorization = Basic($"{world.Credentials.ExpediaXapKey}:{world.Credentials.ExpediaXapPassword}");
        change?.Invoke(request.Headers);
        return await world.Client.SendAsync(request, Cancel);
    }

    // "+2" is two days from now.
    private string Dated(string pair)
    {
        var parts = pair.Split('=');
        return parts.Length == 2 && parts[0].StartsWith("check", StringComparison.Ordinal)
            ? $"{parts[0]}={world.Clock.Now.AddDays(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)):yyyy-MM-dd}"
            : pair;
    }

    private static AuthenticationHeaderValue Basic(string pair) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
}
