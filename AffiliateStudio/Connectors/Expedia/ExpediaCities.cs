using System.Collections.Frozen;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>Names of cities that people travel to, lower case and without accents, by which words are known to be about travel. Expedia knows many more places.</summary>
internal static class ExpediaCities
{
    private static readonly FrozenSet<string> Names = """
        amsterdam,athens,atlanta,auckland,austin,bali,bangkok,barcelona,basel,bath,beijing,belfast,bergen,berlin,bilbao,birmingham,bogota,bologna,bordeaux,boston,bratislava,brighton,
        brisbane,bristol,bruges,brussels,bucharest,budapest,buenos aires,cairo,calgary,cambridge,cancun,cape town,cardiff,cartagena,casablanca,charleston,chiang mai,chicago,cologne,
        copenhagen,cork,cusco,dallas,delhi,denver,dresden,dubai,dublin,dubrovnik,edinburgh,florence,frankfurt,galway,gdansk,geneva,ghent,glasgow,gothenburg,granada,graz,halifax,hamburg,
        hanoi,havana,helsinki,ho chi minh city,hong kong,honolulu,houston,innsbruck,istanbul,jaipur,jakarta,johannesburg,krakow,kuala lumpur,kyoto,las vegas,leipzig,lima,lisbon,liverpool,
        ljubljana,london,los angeles,lucerne,lyon,madrid,malaga,manchester,marrakech,marseille,melbourne,mexico city,miami,milan,montreal,mumbai,munich,nairobi,naples,nashville,new orleans,
        new york,nice,orlando,osaka,oslo,oxford,palermo,palma,paris,perth,philadelphia,phoenix,phuket,pisa,portland,porto,prague,quebec city,queenstown,reykjavik,riga,rio de janeiro,rome,
        rotterdam,salzburg,san diego,san francisco,santiago,sapporo,savannah,seattle,seoul,seville,shanghai,siena,singapore,sofia,split,stockholm,strasbourg,stuttgart,sydney,taipei,tallinn,
        tampa,tel aviv,tokyo,toronto,toulouse,trieste,tulum,turin,valencia,valletta,vancouver,venice,verona,vienna,vilnius,warsaw,washington,wellington,york,zagreb,zanzibar,zurich
        """.Split([',', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is the name of one.</summary>
    public static bool Contains(string name) => Names.Contains(name);
}
