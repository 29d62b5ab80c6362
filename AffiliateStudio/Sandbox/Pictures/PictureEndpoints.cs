using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Pictures;

/// <summary>Serves the drawn pictures as images only: nothing in them may run or load anything.</summary>
internal static class PictureEndpoints
{
    public static void Map(RouteGroupBuilder sandbox) => sandbox.MapGet("/pictures/{partner}/{id}/{number:int}.svg", Picture);

    private static IResult Picture(HttpContext context, string partner, string id, int number, SandboxCatalog catalog, PictureMaker pictures)
    {
        if (number is < 1 or > PictureMaker.Count || !Enum.TryParse<SandboxPartner>(partner, ignoreCase: true, out var shop))
        {
            return Results.NotFound();
        }

        var drawing = shop == SandboxPartner.Expedia ? TravelPictures.Draw(id, number) : catalog.Find(shop, id) is { } product ? pictures.Draw(product, number) : null;
        if (drawing is null)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=86400";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Text(drawing, "image/svg+xml; charset=utf-8");
    }
}
