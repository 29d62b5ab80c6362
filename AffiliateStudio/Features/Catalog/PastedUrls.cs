using System.Globalization;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Catalog;

/// <summary>
/// Product addresses that people paste: recognised offline by all partners' link builders, then looked up over the connection where there is one. Without, a person says
/// what it is.
/// </summary>
internal sealed class PastedUrls(
    IDbContextFactory<StudioDb> databases,
    PartnerCalls calls,
    PartnerDirectory partners,
    OfferStore offers,
    IMerchantBook merchants,
    IdGenerator ids,
    TimeProvider clock)
{
    private const int LongestUrl = 4000;
    private const long HighestPriceMinor = 100_000_000;

    // Hosts of the partners' own shorteners: what they lead to is only known by following them.
    private static readonly string[] ShortHosts = ["amzn.to", "a.co", "amzn.eu", "amzn.asia", "walmrt.us", "bit.ly", "tinyurl.com", "t.co", "goo.gl"];

    /// <summary>Whether a text in the search box is meant as an address, not as words.</summary>
    public static bool LooksLikeUrl(string text)
    {
        var trimmed = text.Trim();
        return PastedText.Addresses(trimmed).Count > 0 || (trimmed.Length > 0
            && !trimmed.Any(char.IsWhiteSpace)
            && (trimmed.Contains("://", StringComparison.Ordinal)
                || trimmed.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
                || (HostOf(trimmed) is { } host && trimmed.Contains('/', StringComparison.Ordinal) && host.Contains('.', StringComparison.Ordinal))));
    }

    /// <summary>Null when a text in the search box is short enough for what it is, else what is wrong with it.</summary>
    public static Error? CheckLength(string text) => LooksLikeUrl(text)
        ? text.Length > LongestUrl ? CatalogErrors.UrlTooLong : null
        : text.Length > SearchQuery.LongestText ? CatalogErrors.SearchTooLong : null;

    /// <summary>What a pasted text leads to: the product with its offer, the product alone (a person has to say what it is), or what is wrong with the text.</summary>
    public async Task<Result<PastedProduct>> ResolveAsync(string text, CancellationToken cancellationToken)
    {
        var recognized = await RecognizeAsync(text, cancellationToken);
        if (!recognized.Succeeded)
        {
            return recognized.Error;
        }

        var (partner, product) = recognized.Value;
        var known = await offers.FindOfferAsync(partner.Key, product.ExternalId, cancellationToken);
        string? notice = null;
        if (known is null || OfferFreshness.IsStale(known, clock.UtcNow()))
        {
            notice = await LookUpAsync(partner, product, cancellationToken);
            known = await offers.FindOfferAsync(partner.Key, product.ExternalId, cancellationToken);
        }

        var summary = known is null ? null : await offers.FindAsync(known.Id, cancellationToken);
        return new PastedProduct(partner.Key, partner.Name, product, summary, notice);
    }

    /// <summary>Keeps what a person says about a pasted product, as an offer entered by hand. A product that is known already stays as it is.</summary>
    public async Task<Result<OfferId>> EnterAsync(Actor actor, EnteredProduct entered, CancellationToken cancellationToken)
    {
        if (!actor.IsCreator)
        {
            return CatalogErrors.CreatorsOnly;
        }

        var recognized = await RecognizeAsync(entered.Url, cancellationToken);
        if (!recognized.Succeeded)
        {
            return recognized.Error;
        }

        var title = OfferText.Line(entered.Title, 301);
        if (title.Length is < 3 or > 300)
        {
            return CatalogErrors.TitleMissing;
        }

        var picture = string.IsNullOrWhiteSpace(entered.ImageUrl) ? Result.Of(string.Empty) : PictureAddress.Check(entered.ImageUrl);
        if (!picture.Succeeded)
        {
            return picture.Error;
        }

        var (partner, product) = recognized.Value;
        var currency = Currency.Of(product.Currency);
        Money? price = null;
        if (!string.IsNullOrWhiteSpace(entered.Price))
        {
            if (!MoneyFormat.TryParse(entered.Price, currency, CultureInfo.CurrentCulture, out var read) || read.MinorUnits is <= 0 or > HighestPriceMinor)
            {
                return CatalogErrors.PriceNotRead(currency, CultureInfo.CurrentCulture);
            }

            price = read;
        }

        return await AddAsync(partner, product, title, picture.Value, price, cancellationToken);
    }

    private async Task<Result<OfferId>> AddAsync(Partner partner, RecognizedProduct product, string title, string picture, Money? price, CancellationToken cancellationToken)
    {
        if (await offers.FindOfferAsync(partner.Key, product.ExternalId, cancellationToken) is { } known)
        {
            return known.Id;
        }

        var now = clock.UtcNow();
        var merchant = product.MerchantId is { } merchantId ? merchants.Find(partner.Key, merchantId) : null;
        var offer = new Offer
        {
            Id = ids.New<OfferId>(),
            Partner = partner.Key,
            ExternalId = product.ExternalId,
            Title = title,
            Merchant = merchant?.Name ?? partner.Name,
            MerchantId = merchant?.Id ?? string.Empty,
            PriceMinor = price?.MinorUnits,
            PriceAsOf = price is null ? null : now,
            Currency = Currency.Of(product.Currency),
            ImageUrls = picture,
            PicturesAsOf = picture.Length == 0 ? null : now,
            ProductUrl = product.CleanUrl,
            IsEnteredByHand = true,
            CreatedAt = now,
        };
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            db.Add(offer);
            await db.SaveChangesAsync(cancellationToken);
            return offer.Id;
        }
        catch (DbUpdateException)
        {
            // Another tab was a moment faster; anything else is a defect and is thrown on.
            if (await offers.FindOfferAsync(partner.Key, product.ExternalId, cancellationToken) is { } faster)
            {
                return faster.Id;
            }

            throw;
        }
    }

    private async Task<Result<(Partner Partner, RecognizedProduct Product)>> RecognizeAsync(string text, CancellationToken cancellationToken)
    {
        var url = text.Trim();
        if (url.Length > LongestUrl)
        {
            return CatalogErrors.UrlTooLong;
        }

        if (!LooksLikeUrl(url))
        {
            return CatalogErrors.NotAUrl;
        }

        var inside = PastedText.Addresses(url);
        if (inside.Count > 1)
        {
            return CatalogErrors.SeveralUrls;
        }

        url = inside.Count == 1 ? inside[0] : url;
        var address = url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url;
        var approved = await partners.ListAsync(cancellationToken);
        foreach (var (key, links) in calls.All<ILinkBuilder>())
        {
            if (links.Recognize(address) is { } product && approved.FirstOrDefault(partner => partner.Key == key && partner.IsApproved) is { } partner)
            {
                return (partner, product);
            }
        }

        if (Uri.TryCreate(address, UriKind.Absolute, out var unknown) && calls.All<ILinkBuilder>().Any(links => links.Capability.IsShortLink(unknown)))
        {
            return CatalogErrors.ShortLink(unknown.IdnHost);
        }

        return HostOf(address) is { } host && Array.Exists(ShortHosts, shortHost => host == shortHost || host.EndsWith("." + shortHost, StringComparison.Ordinal))
            ? CatalogErrors.ShortLink(host)
            : CatalogErrors.NotRecognized([.. approved.Where(partner => partner.IsApproved).Select(partner => partner.Name)]);
    }

    private async Task<string?> LookUpAsync(Partner partner, RecognizedProduct product, CancellationToken cancellationToken)
    {
        if (calls.Find<IProductLookup>(partner.Key) is not { } lookup)
        {
            return null;
        }

        var answer = await calls.RunAsync(partner.Key, (connection, token) => lookup.LookUpAsync(connection, [product.ExternalId], token), cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Failure.Kind == PartnerFailureKind.NotConnected ? null : $"{partner.Name} is not answering just now.";
        }

        await offers.UpsertAsync(answer.Value.Offers, cancellationToken);
        return null;
    }

    private static string? HostOf(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal);
        return Uri.TryCreate(start < 0 ? "https://" + address : address, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0 ? parsed.FindIdnHost()?.ToLowerInvariant() : null;
    }
}
