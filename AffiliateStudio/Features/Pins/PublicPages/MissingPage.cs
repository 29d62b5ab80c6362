using Microsoft.AspNetCore.Diagnostics;

namespace AffiliateStudio.Features.Pins.PublicPages;

/// <summary>For pages that say in their own words that something is not there.</summary>
internal static class MissingPage
{
    /// <summary>Answers 404 with the page's own words instead of the general ones.</summary>
    public static void Say(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        if (context.Features.Get<IStatusCodePagesFeature>() is { } general)
        {
            general.Enabled = false;
        }
    }
}
