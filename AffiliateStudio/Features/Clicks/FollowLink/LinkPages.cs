using System.Text;
using System.Text.Encodings.Web;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Clicks.FollowLink;

/// <summary>The two small pages that links answer with when they do not lead to a shop.</summary>
internal sealed class LinkPages(IDbContextFactory<StudioDb> databases, PartnerDirectory partners, IMerchantBook merchants)
{
    private static readonly byte[] UnknownPage = Encoding.UTF8.GetBytes(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" type="image/svg+xml" href="/app/images/favicon.svg">
        <link rel="stylesheet" href="/app/studio.css">
        <title>This link leads nowhere · Affiliate Studio</title>
        </head>
        <body>
        <main class="page empty-state">
        <h1>This link leads nowhere</h1>
        <p>It may have been mistyped, or the creator has taken it down. Check the link where you found it: it ends in eight letters and digits.</p>
        <p><a class="btn btn--primary" href="/">Go to Affiliate Studio</a></p>
        </main>
        </body>
        </html>
        """);

    /// <summary>Answers a code that no pin has.</summary>
    public static Task WriteUnknownAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = UnknownPage.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(UnknownPage).AsTask();
    }

    /// <summary>Answers a program that makes previews: what is sold, by whom, and that it is an ad. The title is the offer's; prices change too often to be shown.</summary>
    public async Task WritePreviewAsync(HttpContext context, PinId pin)
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var offer = await (
            from p in db.Set<Pin>().AsNoTracking()
            join o in db.Set<Offer>() on p.OfferId equals o.Id
            where p.Id == pin
            select new { o.Title, o.ImageUrls, o.MerchantId, p.Partner }).FirstAsync(context.RequestAborted);
        var partner = await partners.FindAsync(offer.Partner, context.RequestAborted);
        var label = partner is null ? new ShopLabel(offer.Partner.Value, offer.Partner.Value) : ShopLabel.Of(partner, merchants.Find(partner.Key, offer.MerchantId));
        var encoder = HtmlEncoder.Default;
        var title = encoder.Encode($"{offer.Title} at {label.Name}");
        var description = encoder.Encode($"Ad: the creator who shared this earns a commission when you buy at {label.Domain}.");
        var image = offer.ImageUrls.Split('\n')[0] is { } url && url.StartsWith("https://", StringComparison.Ordinal) ? $"<meta property=\"og:image\" content=\"{encoder.Encode(url)}\">" : string.Empty;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            $"""
             <!doctype html>
             <html lang="en">
             <head>
             <meta charset="utf-8">
             <meta name="robots" content="noindex">
             <title>{title}</title>
             <meta property="og:type" content="website">
             <meta property="og:site_name" content="Affiliate Studio · ad">
             <meta property="og:title" content="{title}">
             <meta property="og:description" content="{description}">
             {image}
             <meta name="twitter:card" content="summary">
             </head>
             <body><main><h1>{title}</h1><p>{description}</p></main></body>
             </html>
             """,
            context.RequestAborted);
    }
}
