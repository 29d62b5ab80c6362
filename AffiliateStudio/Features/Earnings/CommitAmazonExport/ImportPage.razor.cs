using AffiliateStudio.Features.Earnings.PreviewAmazonExport;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Preview = AffiliateStudio.Features.Earnings.PreviewAmazonExport.PreviewAmazonExport;

namespace AffiliateStudio.Features.Earnings.CommitAmazonExport;

/// <summary>Upload, look, take in.</summary>
public sealed partial class ImportPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private AmazonExport? _export;
    private ExportEffect? _outcome;
    private Error? _problem;
    private byte[] _content = [];
    private bool _busy;
    private bool _isAdmin;

    [Inject]
    private Preview Previews { get; set; } = null!;

    [Inject]
    private CommitAmazonExport Commits { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _isAdmin = (await Current.GetAsync()).IsAdmin;

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        _problem = null;
        if (chosen.File.Size > ExportFile.LargestFile)
        {
            _problem = new Error("earnings.export.too-large", "The file is larger than 20 MB. Choose a shorter period at Amazon, 90 days at most, and upload that.");
            return;
        }

        _busy = true;
        try
        {
            using var buffer = new MemoryStream();
            await using var upload = chosen.File.OpenReadStream(ExportFile.LargestFile, _gone.Token);
            await upload.CopyToAsync(buffer, _gone.Token);
            _content = buffer.ToArray();
            await PreviewAsync(chosen.File.Name, null);
        }
        catch (IOException)
        {
            _problem = new Error("earnings.export.upload", "The upload broke off. Nothing was stored; choose the file again.");
        }
        catch (OperationCanceledException)
        {
            // The person has gone elsewhere.
        }
        finally
        {
            _busy = false;
        }
    }

    private Task ChooseAsync(ChangeEventArgs chosen) =>
        _export is not null && Currency.TryOf(chosen.Value as string, out var currency) ? PreviewAsync(_export.FileName, currency) : Task.CompletedTask;

    private async Task PreviewAsync(string name, Currency? currency)
    {
        var preview = await Previews.RunAsync(new Preview.Query(await Current.GetAsync(), name.Length <= 200 ? name : name[..200], _content, currency), _gone.Token);
        _problem = preview.Error;
        _export = preview.Succeeded ? preview.Value : null;
    }

    private async Task CommitAsync()
    {
        if (_busy || _export is null || _outcome is not null)
        {
            return;
        }

        _busy = true;
        try
        {
            var outcome = await Commits.RunAsync(new CommitAmazonExport.Command(await Current.GetAsync(), _export), _gone.Token);
            _problem = outcome.Error;
            _outcome = outcome.Succeeded ? outcome.Value : null;
        }
        catch (OperationCanceledException)
        {
            // The person has gone elsewhere; the days taken in so far stay, and the same file again completes them.
        }
        finally
        {
            _busy = false;
        }
    }

    private void StartOver() => (_export, _outcome, _problem, _content) = (null, null, null, []);
}
