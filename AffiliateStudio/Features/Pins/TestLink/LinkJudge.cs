using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Pins.TestLink;

/// <summary>Says what a walk along a link means for the creator.</summary>
/// <param name="partner">The partner of the pin.</param>
/// <param name="tag">The tag that the link should carry, or empty.</param>
/// <param name="subId">The test's sub-id.</param>
internal sealed class LinkJudge(Partner partner, string tag, string subId)
{
    /// <summary>A hop as it is shown.</summary>
    public LinkStep Step(LinkHop hop) => new(Place(hop), hop.Status, Carries(hop.Url, tag), Carries(hop.Url, subId));

    /// <summary>The verdict on a finished walk.</summary>
    public LinkVerdict Of(IReadOnlyList<LinkHop> hops)
    {
        var last = hops[^1];
        if (last.Problem is { } problem)
        {
            return Stopped(last, problem);
        }

        if (tag.Length == 0)
        {
            return new(LinkOutcome.Lost, "This link carries no tag, so it earns nothing.", $"Set your {partner.Name} tag under Settings; your links carry it at once.");
        }

        if (!Carries(hops[0].Url, tag))
        {
            return new(LinkOutcome.Lost, $"The link does not carry your tag {tag}.", "Links are made anew within an hour after a tag has changed. If it stays, retire the pin and pin the product again.");
        }

        if (last.Status is 404 or 410)
        {
            return new(LinkOutcome.Lost, $"{Place(last)} has no such page any more ({last.Status}).", "Retire this pin and pin a product that is still sold.");
        }

        var (hasTag, hasSubId) = (Carries(last.Url, tag), Carries(last.Url, subId));
        var isShown = last.Status is >= 200 and < 300;
        if (hasTag && hasSubId)
        {
            return isShown
                ? new(LinkOutcome.Arrives, $"Your tag and sub-id arrive at {Place(last)}.")
                : new(LinkOutcome.Unsure, $"Your tag and sub-id reach {Place(last)}, but it did not show its page to our test ({last.Status}), as shops often do with programs.", "Open the link yourself to see the page.");
        }

        if (hops.SkipLast(1).LastOrDefault(hop => IsTracking(hop) && Carries(hop.Url, tag) && Carries(hop.Url, subId)) is { } network)
        {
            return new(
                isShown ? LinkOutcome.Arrives : LinkOutcome.Unsure,
                $"Your tag and sub-id arrive at {Place(network)}, which counts for {partner.Name} and leads on to {Place(last)}.",
                isShown ? null : $"{Place(last)} answered {last.Status}. Open the link yourself to see the page.");
        }

        return Lost(hops, hasTag ? "sub-id" : hasSubId ? "tag" : "tag and sub-id", hasTag ? subId : tag);
    }

    private LinkVerdict Lost(IReadOnlyList<LinkHop> hops, string what, string word)
    {
        var at = 0;
        while (at < hops.Count - 1 && Carries(hops[at + 1].Url, word))
        {
            at++;
        }

        return new(
            LinkOutcome.Lost,
            at < hops.Count - 1 ? $"Your {what} got lost between {Place(hops[at])} and {Place(hops[at + 1])}." : $"Your {what} is missing in the link.",
            $"Orders through this link may not be counted for you. Retire the pin and pin the product again; if it stays, tell an admin, because {partner.Name} may have changed its links.");
    }

    private LinkVerdict Stopped(LinkHop hop, LinkProblem problem) => problem switch
    {
        LinkProblem.NotAllowed => new(
            LinkOutcome.Lost, $"The link leads on to {Place(hop)}, which is no address of {partner.Name}. We did not go there.", "Do not share this link. Retire the pin and pin the product again from search."),
        LinkProblem.PrivateAddress => new(
            LinkOutcome.Lost, $"{Place(hop)} stands for an address inside a private network. We did not go there.", "Check the name service of this server, or tell an admin."),
        LinkProblem.NoSuchHost => new(LinkOutcome.Lost, $"There is no server called {Place(hop)}.", "Try again in a few minutes. If it stays, this server may have no way to the internet; tell an admin."),
        LinkProblem.TimedOut => new(LinkOutcome.Unsure, $"{Place(hop)} did not answer within ten seconds.", "Try again in a few minutes."),
        LinkProblem.TooManyHops => new(LinkOutcome.Lost, "The link leads on and on, from one address to the next.", "Retire the pin and pin the product again. If it stays, tell an admin."),
        LinkProblem.NoTarget => new(LinkOutcome.Lost, $"{Place(hop)} leads on to something that is no address.", "Try again in a few minutes, and tell an admin if it stays."),
        _ => new(LinkOutcome.Unsure, $"{Place(hop)} did not answer.", "Try again in a few minutes."),
    };

    private string Place(LinkHop hop) => hop.Host.Length > 0 ? hop.Host : $"{partner.ShopDomain} (sandbox)";

    private bool IsTracking(LinkHop hop) => LinkPolicy.IsListed(TrackingHosts.Of(partner.Key), hop.Host);

    // As a whole word: "12345" is not in "9123456". Addresses inside addresses are escaped twice.
    private static bool Carries(string url, string word)
    {
        if (word.Length == 0)
        {
            return false;
        }

        var text = Uri.UnescapeDataString(Uri.UnescapeDataString(url));
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
