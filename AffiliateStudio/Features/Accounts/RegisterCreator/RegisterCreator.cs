using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.CreateAccount;
using AffiliateStudio.Platform.Mail;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Web;
using Microsoft.AspNetCore.Identity;

namespace AffiliateStudio.Features.Accounts.RegisterCreator;

/// <summary>Makes a creator's account, says welcome by mail, and signs the creator in.</summary>
internal sealed partial class RegisterCreator(
    CreateAccount.CreateAccount createAccount,
    SignInManager<StudioUser> signIn,
    IMailSender mail,
    OwnAddress address,
    ILogger<RegisterCreator> logger)
{
    public async Task<Result> RunAsync(RegisterCreatorCommand command, CancellationToken cancellationToken)
    {
        if (SharedAccounts.IsReserved(command.Email))
        {
            return new Error("accounts.reserved", $"Addresses that end in {SharedAccounts.Domain} are reserved. Use an address of your own.", "Email");
        }

        var created = await createAccount.RunAsync(
            new CreateAccountCommand(command.Email, command.Password, Roles.Creator, command.DisplayName, command.Handle),
            cancellationToken);
        if (!created.Succeeded)
        {
            return created.Error;
        }

        var user = await signIn.UserManager.FindByIdAsync(created.Value.ToString());
        await WelcomeAsync(user!, Handles.Normalize(command.Handle), cancellationToken);
        await signIn.SignInAsync(user!, isPersistent: true);
        return Result.Success;
    }

    // The account is made; a mail server that refuses must not take it away again.
    private async Task WelcomeAsync(StudioUser user, string handle, CancellationToken cancellationToken)
    {
        var text = $"""
            Hello {user.DisplayName},

            your Affiliate Studio account is ready. Your public page is

            {new Uri(address.Public, AccountsRoutes.Storefront(handle))}

            Next: find a product and pin it into the comments of a video.

            {address.Public}
            """;
        try
        {
            await mail.SendAsync(new MailMessageContent(user.Email!, "Welcome to Affiliate Studio", text), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogWelcomeFailed(logger, exception, user.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The welcome mail to account {UserId} was not sent.")]
    private static partial void LogWelcomeFailed(ILogger logger, Exception exception, Guid userId);
}
