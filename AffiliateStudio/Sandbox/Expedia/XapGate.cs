using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Sandbox.Faults;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>XAP's gateway: the key, its password, a transaction id that comes back, the media type of each service, the pace.</summary>
internal sealed class XapGate : IEndpointFilter
{
    private readonly Lazy<SandboxCredentials> _credentials;
    private readonly RequestBudget _budget;

    public XapGate(IServiceProvider services, IOptions<SandboxOptions> options)
    {
        _credentials = new Lazy<SandboxCredentials>(services.GetRequiredService<SandboxCredentials>);
        _budget = new RequestBudget(options.Value.RequestsPerSecond);
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Refusal(http.Request) is { } refusal)
        {
            return refusal;
        }

        http.Response.Headers["Partner-Transaction-Id"] = http.Request.Headers["Partner-Transaction-Id"];
        return _budget.TryTake() ? await next(context) : XapErrors.Gateway(StatusCodes.Status429TooManyRequests, "API rate limit exceeded.");
    }

    private IResult? Refusal(HttpRequest request)
    {
        var key = request.Headers["Key"].ToString();
        if (key.Length == 0)
        {
            return XapErrors.Gateway(StatusCodes.Status401Unauthorized, "Unauthorized");
        }

        var account = _credentials.Value;
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.ExpediaXapKey}:{account.ExpediaXapPassword}"));
        if (key != account.ExpediaXapKey || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())))
        {
            return XapErrors.Gateway(StatusCodes.Status401Unauthorized, "Invalid authentication credentials");
        }

        var transaction = request.Headers["Partner-Transaction-Id"].ToString();
        if (transaction.Length == 0 || !transaction.All(char.IsAsciiLetterOrDigit))
        {
            return XapErrors.Service("INVALID_PARTNER_TRANSACTION_ID", "Partner-Transaction-Id is required and alphanumeric.");
        }

        var wanted = request.Path.Value!.Contains("/activities/", StringComparison.Ordinal) ? "application/vnd.exp-activity.v3+json" : "application/vnd.exp-hotel.v3+json";
        return request.Headers.Accept.ToString() == wanted ? null : XapErrors.Gateway(StatusCodes.Status403Forbidden, "You cannot consume this service");
    }
}
