using AffiliateStudio.Features.Accounts.ChangePassword;
using AffiliateStudio.Features.Accounts.Forms;
using AffiliateStudio.Features.Accounts.UpdateProfile;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Accounts.ShowAccount;

/// <summary>One's own account: profile and password.</summary>
public sealed partial class ManagePage
{
    private readonly FormErrors _profileErrors = new();
    private readonly FormErrors _passwordErrors = new();
    private AccountView? _account;

    [SupplyParameterFromForm(FormName = "profile")]
    private ProfileForm Profile { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "password")]
    private ChangePasswordForm NewPassword { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    [Inject]
    private ShowAccount ShowAccount { get; set; } = null!;

    [Inject]
    private UpdateProfile.UpdateProfile UpdateProfile { get; set; } = null!;

    [Inject]
    private ChangePassword.ChangePassword ChangePassword { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private Actor Actor => CurrentActor.From(HttpContext.User);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        NewPassword ??= new ChangePasswordForm();
        _account = await ShowAccount.RunAsync(Actor, HttpContext.RequestAborted);
        Profile ??= new ProfileForm { DisplayName = _account?.DisplayName, Bio = _account?.Bio };
    }

    private async Task SaveProfileAsync() => Answer(
        await UpdateProfile.RunAsync(new UpdateProfileCommand(Actor, Profile.DisplayName ?? string.Empty, Profile.Bio ?? string.Empty), HttpContext.RequestAborted),
        _profileErrors,
        "profile");

    private async Task ChangePasswordAsync()
    {
        if (_passwordErrors.Accepts(NewPassword))
        {
            var command = new ChangePasswordCommand(Actor, NewPassword.CurrentPassword!, NewPassword.Password!);
            Answer(await ChangePassword.RunAsync(command, HttpContext.RequestAborted), _passwordErrors, "password");
        }
    }

    private void Answer(Result result, FormErrors errors, string done)
    {
        if (result.Succeeded)
        {
            Navigation.NavigateTo(AccountsRoutes.Manage + "?Done=" + done);
            return;
        }

        errors.Add(result.Error);
    }
}
