using AffiliateStudio.Features.Accounts.Forms;
using AffiliateStudio.Features.Accounts.ListSharedAccounts;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Accounts.SignIn;

/// <summary>Signing in, with the shared accounts one tap away while the sandbox is on.</summary>
public sealed partial class SignInPage
{
    private readonly FormErrors _errors = new();
    private IReadOnlyList<SharedAccount> _shared = [];

    [SupplyParameterFromForm(FormName = "sign-in")]
    private SignInForm Input { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    [Inject]
    private SignIn SignIn { get; set; } = null!;

    [Inject]
    private ListSharedAccounts.ListSharedAccounts ListSharedAccounts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new SignInForm();
        _shared = await ListSharedAccounts.RunAsync(HttpContext.RequestAborted);
    }

    private static string RoleWords(string role) => role switch { Roles.Creator => "Creator", Roles.BrandManager => "Brand manager", _ => "Admin" };

    private async Task SignInAsync()
    {
        if (_errors.Accepts(Input))
        {
            GoOn(await SignIn.RunAsync(new SignInCommand(Input.Email!, Input.Password!, Input.Remember), HttpContext.RequestAborted));
        }
    }

    private async Task UseAsync(SharedAccount account) => GoOn(await SignIn.UseSharedAsync(account.Email, HttpContext.RequestAborted));

    private void GoOn(Result result)
    {
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.OrStart(ReturnUrl));
            return;
        }

        _errors.Add(result.Error);
    }
}
