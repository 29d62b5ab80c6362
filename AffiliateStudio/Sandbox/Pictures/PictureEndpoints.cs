using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Pictures;

/// <summary>Serves the drawn pictures as images only: nothing in them may run or load anything.</summary>
internal static class PictureEndpoints
{
    public static void Map(RouteGroupBuilder sandbox) => sandbox.MapGet("/pictures/{partner}/{id}/{number:int}.svg", Picture);

    private static IResult Picture(HttpContext context, string partner, string id, int number, SandboxCatalog catalog, PictureMaker pictures)
    {
        if (number is < 1 or > PictureMaker.Count
            || !Enum.TryParse<SandboxPartner>(partner, ignoreCase: true, out var shop)
            || catalog.Find(shop, id) is not { } product)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=86400";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Text(pictures.Draw(product, number), "image/svg+xml; charset=utf-8");
    }
}
