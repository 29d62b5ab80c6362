using AffiliateStudio.Sandbox.Faults;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>What every operation of the Creators API checks first: throttling, token, marketplace, eligibility.</summary>
internal sealed class AmazonGate(AmazonTokens tokens, SandboxFaults faults, IOptions<SandboxOptions> options) : IEndpointFilter
{
    private static readonly HashSet<string> Marketplaces = new(
        ["com", "ca", "com.mx", "com.br", "co.uk", "de", "fr", "it", "es", "nl", "com.be", "pl", "se", "com.tr", "sa", "ae", "in", "co.jp", "com.au", "sg"],
        StringComparer.Ordinal);

    private readonly RequestBudget _budget = new(options.Value.RequestsPerSecond);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!_budget.TryTake())
        {
            return AmazonErrors.Throttled(context.HttpContext);
        }

        if (tokens.Refusal(request.Headers.Authorization) is { } refusal)
        {
            return refusal;
        }

        const string Prefix = "www.amazon.";
        var marketplace = request.Headers["x-marketplace"].ToString();
        if (marketplace.Length == 0)
        {
            return AmazonErrors.Validation("FieldValidationFailed", "1 field invalid", ("x-marketplace", "must not be empty"));
        }

        if (!marketplace.StartsWith(Prefix, StringComparison.Ordinal) || !Marketplaces.Contains(marketplace[Prefix.Length..]))
        {
            return AmazonErrors.Validation("FieldValidationFailed", "1 field invalid", ("x-marketplace", "is not a known marketplace"));
        }

        return faults[SandboxApi.Amazon] == SandboxFault.NotEligible
            ? AmazonErrors.AccessDenied("AssociateNotEligible", "Account not eligible.")
            : await next(context);
    }
}
