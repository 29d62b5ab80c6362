using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Sandbox.Faults;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>Basic authentication with the account's SID and token, and the hourly limit with its headers.</summary>
internal sealed class ImpactGate : IEndpointFilter
{
    private readonly Lazy<SandboxCredentials> _credentials;
    // The catalogs have an hour of their own, 3.6 times as long as that of all other resources.
    private const decimal CatalogShare = 3.6m;

    private readonly CallWindow _hour;
    private readonly CallWindow _catalogHour;
    private readonly int _callsPerHour;
    private readonly int _catalogCallsPerHour;

    public ImpactGate(IServiceProvider services, TimeProvider clock, IOptions<SandboxOptions> options)
    {
        _credentials = new Lazy<SandboxCredentials>(services.GetRequiredService<SandboxCredentials>);
        _callsPerHour = options.Value.ImpactCallsPerHour;
        _catalogCallsPerHour = (int)(_callsPerHour * CatalogShare);
        _hour = new CallWindow(clock, _callsPerHour, TimeSpan.FromHours(1));
        _catalogHour = new CallWindow(clock, _catalogCallsPerHour, TimeSpan.FromHours(1));
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var right = $"{_credentials.Value.ImpactAccountSid}:{_credentials.Value.ImpactAuthToken}";
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(right));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString())))
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"impact\"";
            return ImpactErrors.Unauthorized();
        }

        if (!string.Equals(http.Request.RouteValues["sid"] as string, _credentials.Value.ImpactAccountSid, StringComparison.Ordinal))
        {
            return ImpactAnswer.Of(http, ImpactErrors.Body("Access denied to this account."), StatusCodes.Status403Forbidden);
        }

        var (allowed, remaining, reset) = (IsOfCatalogs(http) ? _catalogHour : _hour).Take();
        Tell(http, remaining, reset);
        return allowed ? await next(context) : ImpactErrors.TooManyRequests();
    }

    /// <summary>The refusal as if the hour were used up and over in a second: the partner names no <c>Retry-After</c>, only its limit.</summary>
    public IResult Throttled(HttpContext http)
    {
        Tell(http, 0, 1);
        return ImpactErrors.TooManyRequests();
    }

    private void Tell(HttpContext http, int remaining, int reset)
    {
        http.Response.Headers["X-RateLimit-Limit"] = (IsOfCatalogs(http) ? _catalogCallsPerHour : _callsPerHour).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-RateLimit-Reset"] = reset.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsOfCatalogs(HttpContext http) => http.Request.Path.Value!.Contains("/Catalogs", StringComparison.Ordinal);
}
