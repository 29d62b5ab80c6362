using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Partners.SaveConnection;

/// <summary>Goes live with a partner, or back to its sandbox. Each side's settings are kept, so going back and forth needs no typing.</summary>
internal sealed class SaveConnection(ConnectionDirectory connections, IEnumerable<IPartnerConnector> connectors, EventHub events)
{
    /// <summary>What to keep.</summary>
    /// <param name="Actor">An admin.</param>
    /// <param name="Partner">The partner.</param>
    /// <param name="Kind">The side to use from now on.</param>
    /// <param name="Entered">Live values typed into the form; an empty one leaves what is kept.</param>
    public sealed record Command(Actor Actor, PartnerKey Partner, ConnectionKind Kind, IReadOnlyDictionary<string, string> Entered);

    /// <summary>Keeps it.</summary>
    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsAdmin)
        {
            return PartnerErrors.NotAllowed;
        }

        if (connectors.FirstOrDefault(candidate => candidate.Partner == command.Partner) is not { } connector)
        {
            return PartnerErrors.UnknownPartner;
        }

        var kept = await connections.ReadSettingsAsync(command.Partner, command.Kind, cancellationToken);
        if (command.Kind == ConnectionKind.Sandbox)
        {
            if (kept.Count == 0)
            {
                return PartnerErrors.NoSandbox;
            }

            await connections.SwitchAsync(command.Partner, ConnectionKind.Sandbox, cancellationToken);
            await events.PublishAsync(new ConnectionChanged(command.Partner), cancellationToken);
            return Result.Success;
        }

        var settings = new Dictionary<string, string>();
        foreach (var setting in connector.Settings)
        {
            var value = command.Entered.GetValueOrDefault(setting.Name, string.Empty).Trim();
            settings[setting.Name] = value.Length > 0 ? value : kept.GetValueOrDefault(setting.Name, string.Empty);
        }

        if (connector.Settings.FirstOrDefault(setting => !setting.IsOptional && settings[setting.Name].Length == 0) is { } missing)
        {
            return PartnerErrors.MissingSetting(missing.Label, missing.Name);
        }

        await connections.SaveSettingsAsync(command.Partner, ConnectionKind.Live, settings, cancellationToken);
        await events.PublishAsync(new ConnectionChanged(command.Partner), cancellationToken);
        return Result.Success;
    }
}
