namespace AffiliateStudio.Sandbox.Faults;

/// <summary>Announces a whole answer, sends half of it and breaks the connection.</summary>
internal sealed class HalfBodyResult(IResult whole) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = httpContext.Response.Body;
        using var buffer = new MemoryStream();
        httpContext.Response.Body = buffer;
        try
        {
            await whole.ExecuteAsync(httpContext);
        }
        finally
        {
            httpContext.Response.Body = body;
        }

        httpContext.Response.ContentLength = buffer.Length;
        await body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length / 2), httpContext.RequestAborted);
        await body.FlushAsync(httpContext.RequestAborted);
        httpContext.Abort();
    }
}
