using AffiliateStudio.Bench;

return args switch
{
    ["clicks", ..] => await RedirectBench.RunAsync("clicks", Seconds(args)),
    ["watch", ..] => await RedirectBench.RunAsync("watch", Seconds(args)),
    ["search", ..] => await SearchBench.RunAsync(),
    ["bare", var url] => await BareServer.RunAsync(url),
    _ => Usage(),
};

static int Seconds(string[] args) => args is [_, var seconds, ..] && int.TryParse(seconds, out var parsed) && parsed > 0 ? parsed : 15;

static int Usage()
{
    Console.WriteLine(
        """
        dotnet run -c Release --project AffiliateStudio.Tests/Bench -- WHAT [SECONDS]

          clicks   requests a second of /go/{code}, every click durable before its redirect, beside a bare Kestrel redirect
          watch    requests a second of /watch/{id}, beside a bare Kestrel page
          search   milliseconds of a search at five partners to its first offers and to all, beside the same with one partner slow

        For clicks and watch the product is published first and measured as published. SECONDS is how long each load lasts (15). With wrk installed it makes the load; without it, a slower client of our own.
        """);
    return 2;
}
