using Radzen;

namespace AffiliateStudio.Ui;

/// <summary>Registers what the components of <c>Ui</c> need.</summary>
public static class UiModule
{
    /// <summary>Registers the component library's services.</summary>
    public static IHostApplicationBuilder AddUi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRadzenComponents();
        return builder;
    }
}
