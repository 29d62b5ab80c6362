using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace AffiliateStudio.Ui.Upload;

/// <summary>
/// Sends a video file to an address of ours over plain HTTP, with progress and cancel. The browser draws a poster from the file and sends it along. Whatever goes wrong,
/// the chosen file stays chosen.
/// </summary>
public sealed partial class VideoUpload
{
    private readonly string _id = "upload-" + Guid.CreateVersion7().ToString("N")[^8..];
    private ElementReference _input;
    private IJSObjectReference? _module;
    private Task? _watching;
    private DotNetObjectReference<VideoUpload>? _self;
    private int _percent;
    private long _size;

    /// <summary>The words beside the field.</summary>
    [Parameter]
    public string Label { get; set; } = "Video file";

    /// <summary>Where the file goes.</summary>
    [Parameter, EditorRequired]
    public string Url { get; set; } = string.Empty;

    /// <summary>The largest file, in megabytes.</summary>
    [Parameter, EditorRequired]
    public int MaxMegabytes { get; set; }

    /// <summary>Told where the result is when the upload was taken.</summary>
    [Parameter]
    public EventCallback<string> OnTaken { get; set; }

    /// <summary>Told when sending begins, ends or is cancelled.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>Whether a file is on its way.</summary>
    public bool IsSending { get; private set; }

    /// <summary>Whether a file is chosen that may be sent.</summary>
    public bool IsReady => _size > 0 && _size <= MaxBytes;

    /// <summary>What is wrong with the file or went wrong with the upload, or null.</summary>
    public string? Problem { get; private set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private AntiforgeryStateProvider Antiforgery { get; set; } = null!;

    private long MaxBytes => MaxMegabytes * 1024L * 1024L;

    /// <summary>Sends the chosen file with further fields, which come first.</summary>
    public async Task StartAsync(IReadOnlyDictionary<string, string> fields)
    {
        // Somebody quick has chosen a file and pressed the button before the script was there to tell: what it told by the time it is there counts.
        await (_watching ?? Task.CompletedTask);
        if (!IsReady || _module is null)
        {
            Problem ??= "Choose a video file first.";
            StateHasChanged();
            return;
        }

        Problem = null;
        _percent = 0;
        IsSending = true;
        await OnChanged.InvokeAsync();
        await _module.InvokeVoidAsync("start", _input, _self, Url, Antiforgery.GetAntiforgeryToken()?.Value ?? string.Empty, fields);
    }

    /// <summary>Called by the script when a file is chosen.</summary>
    [JSInvokable]
    public async Task Chosen(string name, long size)
    {
        _size = size;
        Problem = size switch
        {
            0 when name.Length > 0 => $"{name} is empty. Choose the file of the video.",
            _ when size > MaxBytes =>
                $"{name} has {size / 1024 / 1024:N0} MB; at most {MaxMegabytes} MB can be sent. Shorten it or export it with a lower quality, then choose it again.",
            _ => null,
        };
        await OnChanged.InvokeAsync();
        StateHasChanged();
    }

    /// <summary>Called by the script as the file goes out.</summary>
    [JSInvokable]
    public void Progressed(int percent)
    {
        _percent = int.Clamp(percent, 0, 100);
        StateHasChanged();
    }

    /// <summary>Called by the script when the server has answered, or with status 0 when the line broke.</summary>
    [JSInvokable]
    public async Task Ended(int status, string body)
    {
        IsSending = false;
        var answer = Read(body);
        Problem = status switch
        {
            201 => null,
            0 => $"The upload was cut off. Nothing was saved and your caption is still here: check the connection and that the file has at most {MaxMegabytes} MB, then send it again.",
            401 or 403 => "You are signed out. Sign in again in another tab, then send the video from here once more; your caption stays.",
            _ => answer?.Message ?? "The server could not take the video. Nothing was saved; try again in a moment.",
        };
        await OnChanged.InvokeAsync();
        if (status == 201 && answer?.Url is { } url)
        {
            await OnTaken.InvokeAsync(url);
        }

        StateHasChanged();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            try
            {
                await _module.InvokeVoidAsync("cancel", _input);
            }
            catch (JSException)
            {
                // The field is gone from the page already, and the upload with it.
            }
            catch (Exception exception) when (JsModuleExtensions.IsGone(exception))
            {
                // The circuit ended; so did the page.
            }

            await _module.DisposeQuietlyAsync();
        }

        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _watching = WatchAsync(_self);
            await _watching;
        }
    }

    private async Task WatchAsync(DotNetObjectReference<VideoUpload> self)
    {
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets["app/upload.js"]);
        await _module.InvokeVoidAsync("watch", _input, self);
    }

    private static UploadAnswer? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<UploadAnswer>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task CancelAsync()
    {
        IsSending = false;
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("cancel", _input);
        }

        await OnChanged.InvokeAsync();
    }
}
