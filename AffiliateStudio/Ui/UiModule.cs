using AffiliateStudio.Ui.Feedback;
using Radzen;

namespace AffiliateStudio.Ui;

/// <summary>Registers what the components of <c>Ui</c> need.</summary>
public static class UiModule
{
    /// <summary>Registers the component library's services and ours.</summary>
    public static IHostApplicationBuilder AddUi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRadzenComponents();
        builder.Services.AddScoped<ViewerTime>();
        builder.Services.AddScoped<Toasts>();
        builder.Services.AddScoped<Dialogs>();
        builder.Services.AddScoped<BrowserHistory>();
        return builder;
    }
}
