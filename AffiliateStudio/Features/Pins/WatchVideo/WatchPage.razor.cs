using AffiliateStudio.Features.Pins.PublicPages;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Web;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Pins.WatchVideo;

/// <summary>Where viewers watch: the player, then the comments with the pinned products first. Plain HTML, nothing runs in the browser.</summary>
public sealed partial class WatchPage
{
    private WatchedVideo? _video;
    private Actor _actor = Actor.Anonymous;
    private Error? _error;

    /// <summary>The video.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The page of comments, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int? Page { get; set; }

    /// <summary>The comment that is being sent.</summary>
    [SupplyParameterFromForm(FormName = "comment")]
    public string? Body { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private WatchVideo Watch { get; set; } = null!;

    [Inject]
    private ICommentWriter Comments { get; set; } = null!;

    [Inject]
    private OwnAddress Address { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private int CommentPage => int.Clamp(Page ?? 1, 1, 10_000);

    private string CommentsHeading => _video!.Comments.Total switch
    {
        0 => "Comments",
        1 => "1 comment",
        var count => $"{count:N0} comments",
    };

    private string Summary => _video!.Products.Count == 0
        ? $"A video by {_video.CreatorName}"
        : $"A video by {_video.CreatorName}, with {_video.Products[0].Title}. The creator earns a commission on sales.";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = CurrentActor.From(Http.User);
        _video = await Watch.RunAsync(new WatchVideo.Query(new VideoId(Id), CommentPage), Http.RequestAborted);
        if (_video is null)
        {
            MissingPage.Say(Http);
        }
        else if (_video.Player is { } player)
        {
            Http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.WithFrames(player.FrameSource);
        }
    }

    private string Absolute(string path) => new Uri(Address.Public, path).AbsoluteUri;

    private async Task AddAsync()
    {
        var result = await Comments.AddAsync(_actor, new VideoId(Id), Body, Http.RequestAborted);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(VideosRoutes.Watch(new VideoId(Id)) + "#comments");
        }

        _error = result.Error;
    }
}
