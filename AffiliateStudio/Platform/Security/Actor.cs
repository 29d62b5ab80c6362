namespace AffiliateStudio.Platform.Security;

/// <summary>Who gives a command. Use cases take it as data and check ownership in the query; they never look at the screen's state.</summary>
/// <param name="UserId">The account's id; <see cref="Guid.Empty"/> for a visitor who is not signed in.</param>
/// <param name="Role">One of <see cref="Roles"/>, or empty for a visitor.</param>
public sealed record Actor(Guid UserId, string Role)
{
    /// <summary>A visitor who is not signed in.</summary>
    public static Actor Anonymous { get; } = new(Guid.Empty, string.Empty);

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn => UserId != Guid.Empty;

    /// <summary>Whether this is an admin.</summary>
    public bool IsAdmin => Role == Roles.Admin;

    /// <summary>Whether this is a creator.</summary>
    public bool IsCreator => Role == Roles.Creator;
}
