namespace AffiliateStudio.Sandbox.Faults;

/// <summary>Stands before a partner's endpoints and lets them fail as switched.</summary>
/// <param name="api">The interface.</param>
/// <param name="throttled">Its own refusal of too many requests: body and headers differ between partners.</param>
internal sealed class FaultFilter(SandboxApi api, Func<HttpContext, IResult> throttled) : IEndpointFilter
{
    private const string Page = "<!DOCTYPE html><html lang=\"en\"><head><title>Maintenance</title></head><body><h1>We will be right back</h1></body></html>";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var faults = context.HttpContext.RequestServices.GetRequiredService<SandboxFaults>();
        switch (faults[api])
        {
            case SandboxFault.Slow:
                await Task.Delay(faults.SlowBy, TimeProvider.System, context.HttpContext.RequestAborted);
                return await next(context);
            case SandboxFault.Down:
                return Results.Text("Service Unavailable", "text/plain", statusCode: StatusCodes.Status503ServiceUnavailable);
            case SandboxFault.Throttled:
                return throttled(context.HttpContext);
            case SandboxFault.Html:
                return Results.Text(Page, "text/html");
            case SandboxFault.HalfBody:
                return await next(context) is IResult whole ? new HalfBodyResult(whole) : null;
            default:
                return await next(context);
        }
    }
}
