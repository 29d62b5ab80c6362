using System.Globalization;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AssignOne = AffiliateStudio.Features.Earnings.AssignConversion.AssignConversion;

namespace AffiliateStudio.Features.Earnings.AssignTaggedConversions;

/// <summary>
/// Gives all unmatched orders of a tag to the creator who owns it now, one after the other. What was assigned before it was stopped stays; doing it again gives the rest.
/// </summary>
internal sealed class AssignTaggedConversions(TagClaims claims, AssignOne assign)
{
    /// <summary>What to give to whom.</summary>
    /// <param name="Actor">An admin.</param>
    /// <param name="Partner">The partner.</param>
    /// <param name="Tag">The tag.</param>
    /// <param name="Handle">The creator whom the admin saw as its owner.</param>
    public sealed record Command(Actor Actor, PartnerKey Partner, string Tag, string Handle);

    public async Task<Result<string>> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsAdmin)
        {
            return new Error("earnings.admins-only", "Only admins assign orders.");
        }

        // Whose tag it is is asked again: what a page shows may be old.
        var known = await claims.ListAsync(cancellationToken);
        if (known.FirstOrDefault(claim => claim.Partner == command.Partner && claim.Tag == command.Tag && claim.Handle == command.Handle) is not { } claim)
        {
            return new Error("earnings.claim-gone", $"The tag {command.Tag} has no unmatched orders any more, or is not @{command.Handle}’s now. Reload the list.");
        }

        var assigned = 0;
        foreach (var order in await claims.OrdersAsync(claim.Partner, claim.Tag, cancellationToken))
        {
            // One that was matched or withdrawn meanwhile is left as it is.
            if ((await assign.RunAsync(new AssignOne.Command(command.Actor, order, claim.Handle), cancellationToken)).Succeeded)
            {
                assigned++;
            }
        }

        return Result.Of(string.Create(CultureInfo.InvariantCulture, $"{assigned} {(assigned == 1 ? "order is" : "orders are")} @{claim.Handle}’s now"));
    }
}
