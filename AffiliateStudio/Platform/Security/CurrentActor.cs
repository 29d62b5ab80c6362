using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace AffiliateStudio.Platform.Security;

/// <summary>The person behind the circuit or request at hand. Scoped.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <summary>Reads who is signed in.</summary>
    public async Task<Actor> GetAsync() => From((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>The actor that a principal stands for.</summary>
    public static Actor From(ClaimsPrincipal principal)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return Actor.Anonymous;
        }

        return new Actor(id, principal.FindFirstValue(ClaimTypes.Role) ?? string.Empty);
    }
}
