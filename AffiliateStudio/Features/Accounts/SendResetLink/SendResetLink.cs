using System.Text;
using AffiliateStudio.Data;
using AffiliateStudio.Platform.Mail;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Features.Accounts.SendResetLink;

/// <summary>Mails a link to choose a new password. The answer is the same for unknown addresses.</summary>
internal sealed partial class SendResetLink(UserManager<StudioUser> users, IMailSender mail, OwnAddress address, ILogger<SendResetLink> logger)
{
    public async Task<Result> RunAsync(string email, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is null)
        {
            return Result.Success;
        }

        var code = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        var link = new Uri(address.Public, QueryHelpers.AddQueryString(AccountsRoutes.ResetPassword, new Dictionary<string, string?> { ["email"] = user.Email, ["code"] = code }));
        var text = $"""
            Hello {user.DisplayName},

            somebody, probably you, asked for a new password for your Affiliate Studio account. Choose it here within a day:

            {link}

            If it was not you, do nothing: your password stays as it is.
            """;
        try
        {
            await mail.SendAsync(new MailMessageContent(user.Email!, "Choose a new password", text), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogMailFailed(logger, exception, user.Id);
            return new Error("accounts.mail-failed", "The mail could not be sent just now. Try again in a few minutes.");
        }

        return Result.Success;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The reset mail to account {UserId} was not sent.")]
    private static partial void LogMailFailed(ILogger logger, Exception exception, Guid userId);
}
