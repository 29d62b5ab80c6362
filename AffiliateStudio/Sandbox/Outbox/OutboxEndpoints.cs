using AffiliateStudio.Platform.Mail;
using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using MailOutbox = AffiliateStudio.Platform.Mail.Outbox;

namespace AffiliateStudio.Sandbox.Outbox;

/// <summary>Shows the mails. On a developer's machine to everybody, as nobody is signed in who needs a new password; elsewhere to admins.</summary>
internal static class OutboxEndpoints
{
    private const int Most = 100;

    public static void Map(WebApplication app)
    {
        var endpoint = app.MapGet(SandboxRoutes.Outbox, ShowAsync);
        if (app.Services.GetRequiredService<IMailCopies>().IsForAdminsOnly)
        {
            endpoint.RequireAuthorization(policy => policy.RequireRole(Roles.Admin));
        }
        else
        {
            endpoint.AllowAnonymous();
        }
    }

    private static async Task<RazorComponentResult<OutboxPage>> ShowAsync(HttpContext context, MailOutbox outbox)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<OutboxPage>(new { Mails = await outbox.ListAsync(Most, context.RequestAborted) });
    }
}
