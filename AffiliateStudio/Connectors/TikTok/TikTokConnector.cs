using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.TikTok;

/// <summary>TikTok as admins see it: two programs, each with credentials and a way of its own.</summary>
internal sealed class TikTokConnector(TikTokVideos videos, TikTokComments comments, IReadOnlyList<PartnerTransport> ways) : IPlatformConnector, IConnectorHealth
{
    /// <summary>Sign-in and videos.</summary>
    public TikTokVideos Videos => videos;

    /// <summary>Comments.</summary>
    public TikTokComments Comments => comments;

    /// <inheritdoc />
    public PartnerKey Partner => PartnerKey.TikTok;

    /// <inheritdoc />
    public string Name => TikTokErrors.Partner;

    /// <inheritdoc />
    public IReadOnlyList<string> Capabilities => ["Sign in", "Import videos", "Comments"];

    /// <inheritdoc />
    public IReadOnlyList<ConnectionSetting> Settings => TikTokSettings.Form;

    /// <inheritdoc />
    public IReadOnlyList<ConnectorHealth> Health => [.. ways.Select(way => way.Health)];

    /// <inheritdoc />
    public async Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var proved = await videos.ProveAsync(connection, cancellationToken);
        if (!proved.Succeeded)
        {
            return proved.Failure;
        }

        return comments.IsOffered(connection)
            ? "TikTok accepted client key and secret. The business app shows itself when a creator allows comments."
            : "TikTok accepted client key and secret. Without a business app videos are imported, but no comments are posted.";
    }
}
