namespace AffiliateStudio.Features.Accounts.RegisterCreator;

/// <summary>Somebody who wants to earn with videos.</summary>
/// <param name="DisplayName">The name that viewers see.</param>
/// <param name="Handle">The handle, with or without @.</param>
/// <param name="Email">The address.</param>
/// <param name="Password">The password.</param>
internal sealed record RegisterCreatorCommand(string DisplayName, string Handle, string Email, string Password);
