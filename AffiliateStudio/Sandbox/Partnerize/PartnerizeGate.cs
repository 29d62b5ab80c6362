using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Sandbox.Faults;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Partnerize;

/// <summary>Basic authentication with application key and user API key, the publisher in the path, the pace.</summary>
internal sealed class PartnerizeGate : IEndpointFilter
{
    private readonly Lazy<SandboxCredentials> _credentials;
    private readonly RequestBudget _budget;

    public PartnerizeGate(IServiceProvider services, IOptions<SandboxOptions> options)
    {
        _credentials = new Lazy<SandboxCredentials>(services.GetRequiredService<SandboxCredentials>);
        _budget = new RequestBudget(options.Value.RequestsPerSecond);
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var account = _credentials.Value;
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.PartnerizeApplicationKey}:{account.PartnerizeUserApiKey}"));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString())))
        {
            return PartnerizeErrors.Two(StatusCodes.Status401Unauthorized, "Unauthorized", string.Empty, "unauthorized", "The keys are not known.");
        }

        if (http.Request.RouteValues["publisher"] as string != account.PartnerizePublisherId)
        {
            return PartnerizeErrors.Two(StatusCodes.Status404NotFound, "Not Found", "publisher_id", "entity_not_found", "There is no such publisher.");
        }

        return _budget.TryTake() ? await next(context) : PartnerizeErrors.Throttled(http);
    }
}
