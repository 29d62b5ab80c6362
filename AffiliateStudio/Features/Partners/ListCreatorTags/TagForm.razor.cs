using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Partners.ListCreatorTags;

/// <summary>One partner's tag.</summary>
public sealed partial class TagForm : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private string _value = string.Empty;
    private string? _error;
    private bool _saving;

    /// <summary>The partner and what is kept now.</summary>
    [Parameter, EditorRequired]
    public CreatorTagRow Row { get; set; } = null!;

    [Inject]
    private SaveCreatorTag.SaveCreatorTag SaveCreatorTag { get; set; } = null!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private string WithoutTag => (Row.HasHouseTag, Row.IsSandbox) switch
    {
        (true, false) => "Without one, your links carry the studio’s own and your orders are told apart by the click.",
        (true, true) => "Without one, links to the sandbox’s shop carry the studio’s own; links to the real shop lead there but earn nothing.",
        _ => "Without one, your links lead to the shop but earn nothing.",
    };

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _value = Row.Value;

    private string Id(string part) => $"tag-{Row.Partner.Value}-{part}";

    private async Task SaveAsync()
    {
        if (_saving)
        {
            return;
        }

        _saving = true;
        try
        {
            var result = await SaveCreatorTag.RunAsync(new(await CurrentActor.GetAsync(), Row.Partner, _value), _gone.Token);
            _error = result.Error?.Message;
            if (result.Succeeded)
            {
                _value = Row.Form.Normalize(_value);
                Toasts.Good(_value.Length == 0 ? $"Your {Row.Form.Label} was removed." : $"Your {Row.Form.Label} was saved. Links to the shops that pay it carry {_value} now, also those that are pinned already.");
            }
        }
        finally
        {
            _saving = false;
        }
    }
}
