using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Platform.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Accounts.UpdateProfile;

/// <summary>Changes the name that others see and, for a creator, the bio.</summary>
internal sealed class UpdateProfile(IDbContextFactory<StudioDb> databases, SignInManager<StudioUser> signIn)
{
    public async Task<Result> RunAsync(UpdateProfileCommand command, CancellationToken cancellationToken)
    {
        var name = command.DisplayName.Trim();
        if (name.Length is 0 or > 80)
        {
            return new Error("accounts.display-name", "Give a name of 1 to 80 characters.", "DisplayName");
        }

        if (command.Bio.Trim().Length > 280)
        {
            return new Error("accounts.bio-long", "Keep it to 280 characters.", "Bio");
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var user = await db.Users.SingleAsync(account => account.Id == command.Actor.UserId, cancellationToken);
        user.DisplayName = name;
        if (await db.Set<Creator>().SingleOrDefaultAsync(creator => creator.UserId == command.Actor.UserId, cancellationToken) is { } creator)
        {
            creator.DisplayName = name;
            creator.Bio = command.Bio.Trim();
        }

        await db.SaveChangesAsync(cancellationToken);
        await signIn.RefreshSignInAsync(user);
        return Result.Success;
    }
}
