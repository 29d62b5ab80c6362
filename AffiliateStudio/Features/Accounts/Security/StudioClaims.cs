using System.Security.Claims;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Accounts.Security;

/// <summary>Puts the display name and the handle beside id and role into the cookie.</summary>
internal sealed class StudioClaims(
    UserManager<StudioUser> users,
    RoleManager<IdentityRole<Guid>> roles,
    IOptions<IdentityOptions> options,
    IDbContextFactory<StudioDb> databases) : UserClaimsPrincipalFactory<StudioUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StudioUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(AccountsClaims.DisplayName, user.DisplayName));
        await using var db = await databases.CreateDbContextAsync();
        var handle = await db.Set<Creator>().Where(creator => creator.UserId == user.Id).Select(creator => creator.Handle).SingleOrDefaultAsync();
        if (handle is not null)
        {
            identity.AddClaim(new Claim(AccountsClaims.Handle, handle));
        }

        return identity;
    }
}
