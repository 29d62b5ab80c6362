using AffiliateStudio.Sandbox.Faults;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>What every API checks first: the limit, the token, the right to use it.</summary>
internal sealed class RakutenGate(RakutenTokens tokens, SandboxFaults faults, IOptions<SandboxOptions> options) : IEndpointFilter
{
    private readonly RequestBudget _budget = new(options.Value.RequestsPerSecond);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!_budget.TryTake())
        {
            return RakutenErrors.Throttled(http);
        }

        return tokens.Refusal(http.Request.Headers.Authorization)
            ?? (faults[SandboxApi.Rakuten] == SandboxFault.NotEligible ? RakutenErrors.NotYours(http) : await next(context));
    }
}
