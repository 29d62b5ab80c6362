using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace AffiliateStudio.Shell.Layout;

/// <summary>Keeps a defect inside the page it happened on: the frame stays, the person gets a reference number, the log gets it too.</summary>
public sealed partial class PageBoundary : ErrorBoundary
{
    private string? _reference;

    [Inject]
    private ILogger<PageBoundary> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = ReferenceNumber.New();
        LogPageFailed(Logger, exception, _reference);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<ErrorState>(1);
        builder.AddComponentParameter(2, nameof(ErrorState.Title), "This page ran into a defect");
        builder.AddComponentParameter(3, nameof(ErrorState.Safe), "What you saved before is safe.");
        builder.AddComponentParameter(4, nameof(ErrorState.Remedy), "Try again; if it comes back, tell us the reference number.");
        builder.AddComponentParameter(5, nameof(ErrorState.Reference), _reference);
        builder.AddComponentParameter(6, nameof(ErrorState.OnRetry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed, reference {Reference}.")]
    private static partial void LogPageFailed(ILogger logger, Exception exception, string reference);
}
