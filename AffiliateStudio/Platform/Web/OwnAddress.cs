using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Platform.Web;

/// <summary>The addresses of this very server.</summary>
public sealed class OwnAddress(IServer server, IOptions<StudioOptions> options)
{
    /// <summary>The address this server listens on, for calls that it makes to itself (the sandbox's partners). Known once the server has started.</summary>
    public Uri Listening
    {
        get
        {
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
                ?? throw new InvalidOperationException("The server has not started to listen yet.");
            var builder = new UriBuilder(address);
            if (builder.Host is "0.0.0.0" or "[::]" or "*" or "+")
            {
                builder.Host = "127.0.0.1";
            }

            return builder.Uri;
        }
    }

    /// <summary>The address that people see in links: <c>Studio:PublicUrl</c>, else the one this server listens on.</summary>
    public Uri Public => options.Value.PublicUrl is { Length: > 0 } url ? new Uri(url) : Listening;
}
