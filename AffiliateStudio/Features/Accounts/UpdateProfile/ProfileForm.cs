namespace AffiliateStudio.Features.Accounts.UpdateProfile;

/// <summary>What the profile form posts; the use case says what is wrong with it.</summary>
public sealed class ProfileForm
{
    /// <summary>The name that others see.</summary>
    public string? DisplayName { get; set; }

    /// <summary>What the creator says about themself.</summary>
    public string? Bio { get; set; }
}
