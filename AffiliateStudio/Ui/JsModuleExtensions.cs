using Microsoft.JSInterop;

namespace AffiliateStudio.Ui;

/// <summary>Letting go of script modules.</summary>
internal static class JsModuleExtensions
{
    /// <summary>Disposes a module; a browser that is gone already, or goes while it is asked, has let go of it.</summary>
    internal static async ValueTask DisposeQuietlyAsync(this IJSObjectReference module)
    {
        try
        {
            await module.DisposeAsync();
        }
        catch (Exception exception) when (IsGone(exception))
        {
        }
    }

    /// <summary>Whether a call failed because the browser it was for is gone: before the call (disconnected) or during it (cancelled).</summary>
    internal static bool IsGone(Exception exception) => exception is JSDisconnectedException or OperationCanceledException;
}
