using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Partners.TestConnection;

/// <summary>Tries a connection: the one in use, or live settings that are not saved yet. Nothing is kept.</summary>
internal sealed class TestConnection(ConnectionDirectory connections, IEnumerable<IPartnerConnector> connectors)
{
    /// <summary>What to try.</summary>
    /// <param name="Actor">An admin.</param>
    /// <param name="Partner">The partner.</param>
    /// <param name="Kind">The side to try.</param>
    /// <param name="Entered">Values typed into the form; an empty one stands for the one that is kept.</param>
    public sealed record Command(Actor Actor, PartnerKey Partner, ConnectionKind Kind, IReadOnlyDictionary<string, string> Entered);

    /// <summary>Tries it, and says what the partner answered.</summary>
    public async Task<Result<string>> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsAdmin)
        {
            return PartnerErrors.NotAllowed;
        }

        if (connectors.FirstOrDefault(candidate => candidate.Partner == command.Partner) is not { } connector)
        {
            return PartnerErrors.UnknownPartner;
        }

        var settings = new Dictionary<string, string>(await connections.ReadSettingsAsync(command.Partner, command.Kind, cancellationToken));
        foreach (var (name, value) in command.Entered.Where(entry => entry.Value.Trim().Length > 0))
        {
            settings[name] = value.Trim();
        }

        var answer = await connector.TestAsync(connections.Context(command.Partner, command.Kind, settings), cancellationToken);
        return answer.Succeeded
            ? Result.Of(answer.Value)
            : new Error("partners.test-failed", $"{answer.Failure.Message} ({answer.Failure.Code}). {answer.Failure.Remedy}");
    }
}
