using AffiliateStudio.Platform.Security;
using AffiliateStudio.Shell.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AffiliateStudio.Shell.Layout;

/// <summary>The frame of every page of the product: rail and top bar on a wide screen, bottom bar on a phone; slim for visitors.</summary>
public sealed partial class MainLayout
{
    private PageBoundary? _boundary;
    private IReadOnlyList<Place> _places = [];

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private IConfiguration Configuration { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var actor = CurrentActor.From((await Authentication).User);
        _places = Places.For(actor.Role, Configuration.GetValue<bool>("Sandbox:Enabled"));
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => _boundary?.Recover();
}
