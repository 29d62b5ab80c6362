using Microsoft.JSInterop;

namespace AffiliateStudio.Ui;

/// <summary>Letting go of script modules.</summary>
internal static class JsModuleExtensions
{
    /// <summary>Disposes a module; a browser that is gone already has let go of it.</summary>
    internal static async ValueTask DisposeQuietlyAsync(this IJSObjectReference module)
    {
        try
        {
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
