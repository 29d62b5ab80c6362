namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>Makes links that earn, and knows the partner's product URLs. All of it works offline and without a connection.</summary>
public interface ILinkBuilder
{
    /// <summary>
    /// Reads a product URL that a person pasted, in any form the partner uses, with other people's tags and tracking junk. Null when it is not a product page of
    /// this partner. The rules against disguised hosts hold: https (or http, upgraded), no user info, default port, host compared as IDN.
    /// </summary>
    RecognizedProduct? Recognize(string url);

    /// <summary>Whether an address is a short link of the partner's: a product may be behind it, but which one is known only to who follows it.</summary>
    bool IsShortLink(Uri url) => false;

    /// <summary>
    /// The link for a product with the creator's tag or publisher id in it and nobody else's, ready for a sub-id to be appended.
    /// </summary>
    /// <param name="connection">The connection, or null when there is none (a pasted URL works without).</param>
    /// <param name="product">The product.</param>
    /// <param name="creatorTag">
    /// The creator's tag with this partner, its form checked with <see cref="CheckTag"/>; empty for the connection's own (<see cref="HouseTag"/>) where it <see cref="ConnectionContext.Covers"/> the product.
    /// </param>
    EarningLink Build(ConnectionContext? connection, ProductReference product, string creatorTag);

    /// <summary>Whether a tag earns in the shop of a product page: partners with several shops pay a tag in its own shop only. False for no tag.</summary>
    /// <param name="productUrl">The product's page, https or a <c>/sandbox/…</c> path.</param>
    /// <param name="tag">The tag, or empty.</param>
    bool Earns(string productUrl, string tag);

    /// <summary>Null when the tag has the form that the partner uses, else the sentence that says what is wrong and how it should look.</summary>
    string? CheckTag(string tag);

    /// <summary>What a person calls such a tag and what one looks like, for the form.</summary>
    CreatorTagForm TagForm { get; }

    /// <summary>The connection's own tag, used for creators who have none; empty when the connection has none either.</summary>
    string HouseTag(ConnectionContext connection);
}
