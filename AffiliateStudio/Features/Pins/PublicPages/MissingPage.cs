using Microsoft.AspNetCore.Diagnostics;

namespace AffiliateStudio.Features.Pins.PublicPages;

/// <summary>For pages that say in their own words that something is not there.</summary>
internal static class MissingPage
{
    /// <summary>Answers 404 with the page's own words instead of the general ones.</summary>
    public static void Say(HttpContext context)
    {
        // A component that answers 404 while it renders would be cut short, so the status is set when the page goes out.
        context.Response.OnStarting(
            static response =>
            {
                ((HttpResponse)response).StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            },
            context.Response);
        if (context.Features.Get<IStatusCodePagesFeature>() is { } general)
        {
            general.Enabled = false;
        }
    }
}
