using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Videos.Contract;

namespace AffiliateStudio.Tests.Features.Videos.Platforms;

/// <summary>A platform in memory: gives numbered tokens, lists what it is told to, keeps comments, and fails when asked to.</summary>
internal sealed class FakePlatform : IVideoPlatform, ICommentChannel
{
    private int _tokens;

    public static PartnerFailure Refusal { get; } = new(PartnerFailureKind.InvalidRequest, "40002", "text: not allowed.", "Change the words.");

    public static PartnerFailure Throttled { get; } = new(PartnerFailureKind.Throttled, "40100", "Too many requests.", "It goes on by itself.");

    public static PartnerFailure Lost { get; } = new(PartnerFailureKind.TimedOut, "timeout", "No answer.", "We try again.");

    public static PartnerFailure Unauthorized { get; } = new(PartnerFailureKind.Unauthorized, "401", "Token refused.", "Sign in again.");

    public int MostQueried => 20;

    public int MaxLength => 150;

    public PartnerKey Platform => PartnerKey.TikTok;

    public string OpenId { get; set; } = "o-1";

    public bool HasComments { get; set; } = true;

    public List<string> Refreshed { get; } = [];

    public List<string> Revoked { get; } = [];

    public List<string> Calls { get; } = [];

    public PartnerFailure? RefreshFails { get; set; }

    public string? OnlyToken { get; set; }

    public List<PlatformVideo> Videos { get; } = [];

    public int PageSize { get; set; } = 20;

    public bool CursorStands { get; set; }

    public List<ChannelComment> Comments { get; } = [];

    public Queue<PartnerFailure> Failures { get; } = new();

    public Queue<PartnerFailure> PinFailures { get; } = new();

    /// <summary>The answer of the next comment is lost after it was written.</summary>
    public bool LosesTheAnswer { get; set; }

    public bool IsOffered(ConnectionContext connection) => HasComments || connection["videos"].Length > 0;

    public PartnerResult<string> AuthorizeAddress(ConnectionContext connection, PlatformSignInRequest request) => "https://platform.example/authorize?state=" + request.State;

    public Task<PartnerResult<PlatformGrant>> ExchangeAsync(ConnectionContext connection, PlatformSignInRequest request, string code, CancellationToken cancellationToken) =>
        Task.FromResult<PartnerResult<PlatformGrant>>(code == "good" ? Grant() : Unauthorized);

    public async Task<PartnerResult<PlatformGrant>> RefreshAsync(ConnectionContext connection, string refreshToken, CancellationToken cancellationToken)
    {
        Refreshed.Add(refreshToken);
        await Task.Yield();
        return RefreshFails is { } failure ? failure : Grant();
    }

    public Task<PartnerResult<bool>> RevokeAsync(ConnectionContext connection, string accessToken, CancellationToken cancellationToken)
    {
        Revoked.Add(accessToken);
        return Answer(true);
    }

    public Task<PartnerResult<PlatformProfile>> ReadProfileAsync(PlatformAccess access, CancellationToken cancellationToken) => Answer(new PlatformProfile(OpenId, "mila", "Mila"));

    public Task<PartnerResult<PlatformVideoPage>> ListAsync(PlatformAccess access, long? cursor, CancellationToken cancellationToken)
    {
        if (Next(access, "list") is { } failure)
        {
            return Task.FromResult<PartnerResult<PlatformVideoPage>>(failure);
        }

        var left = Videos.Where(video => CursorStands || cursor is null || Milliseconds(video) < cursor).ToList();
        var page = left.Take(PageSize).ToList();
        return Answer(new PlatformVideoPage(page, page.Count > 0 ? Milliseconds(page[^1]) : null, CursorStands || left.Count > page.Count));
    }

    public Task<PartnerResult<IReadOnlyList<PlatformVideo>>> QueryAsync(PlatformAccess access, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Next(access, "query " + ids.Count) is { } failure
            ? Task.FromResult<PartnerResult<IReadOnlyList<PlatformVideo>>>(failure)
            : Answer<IReadOnlyList<PlatformVideo>>([.. Videos.Where(video => ids.Contains(video.Id))]);

    public PartnerResult<PlatformNotice> ReadNotice(ConnectionContext connection, string? signature, ReadOnlyMemory<byte> body, DateTime now) => Refusal;

    public Task<PartnerResult<ChannelCommentPage>> ListAsync(PlatformAccess access, string video, long cursor, CancellationToken cancellationToken) =>
        Next(access, "comments") is { } failure ? Task.FromResult<PartnerResult<ChannelCommentPage>>(failure) : Answer(new ChannelCommentPage([.. Comments], 0, false));

    public Task<PartnerResult<string>> CreateAsync(PlatformAccess access, string video, string text, CancellationToken cancellationToken)
    {
        if (Next(access, "create") is { } failure)
        {
            return Task.FromResult<PartnerResult<string>>(failure);
        }

        Comments.Add(new ChannelComment($"c{Calls.Count}", text, false, Comments.Exists(other => other.Text == text), true, "Mila", null));
        if (LosesTheAnswer)
        {
            LosesTheAnswer = false;
            return Task.FromResult<PartnerResult<string>>(Lost);
        }

        return Answer(Comments[^1].Id);
    }

    public Task<PartnerResult<string>> ReplyAsync(PlatformAccess access, string video, string comment, string text, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PartnerResult<bool>> PinAsync(PlatformAccess access, string video, string comment, bool isPinned, CancellationToken cancellationToken)
    {
        var index = Comments.FindIndex(candidate => candidate.Id == comment);
        if (PinFailures.TryDequeue(out var refused) || Next(access, isPinned ? "pin" : "unpin") is { } failure && (refused = failure) is not null)
        {
            return Task.FromResult<PartnerResult<bool>>(refused);
        }

        if (index < 0)
        {
            return Task.FromResult<PartnerResult<bool>>(new PartnerFailure(PartnerFailureKind.NotFound, "40007", "Gone.", "Nothing."));
        }

        Comments[index] = Comments[index] with { IsPinned = isPinned };
        return Answer(true);
    }

    public Task<PartnerResult<bool>> HideAsync(PlatformAccess access, string video, string comment, bool isHidden, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PartnerResult<bool>> DeleteAsync(PlatformAccess access, string video, string comment, CancellationToken cancellationToken)
    {
        if (Next(access, "delete") is { } failure)
        {
            return Task.FromResult<PartnerResult<bool>>(failure);
        }

        Comments.RemoveAll(candidate => candidate.Id == comment);
        return Answer(true);
    }

    /// <summary>A video that was published so many hours before a moment.</summary>
    public static PlatformVideo Video(string id, DateTime now, int hoursAgo, string? caption = null) => new()
    {
        Id = id, Caption = caption ?? "Video " + id, CreatedAt = now.AddHours(-hoursAgo), PlayerUrl = "https://www.tiktok.com/player/v1/" + id,
        CoverUrl = $"https://cdn.example/{id}.jpg", ShareUrl = "https://www.tiktok.com/@mila/video/" + id, Views = 10,
    };

    private PartnerFailure? Next(PlatformAccess access, string call)
    {
        Calls.Add(call);
        return OnlyToken is { } token && access.Token != token ? Unauthorized : Failures.TryDequeue(out var failure) ? failure : null;
    }

    private PlatformGrant Grant()
    {
        var number = Interlocked.Increment(ref _tokens);
        return new PlatformGrant
        {
            AccessToken = "act-" + number, AccessLifetime = TimeSpan.FromHours(2), RefreshToken = "rft-" + number, RefreshLifetime = TimeSpan.FromDays(180), OpenId = OpenId, Scopes = "video.list",
        };
    }

    private static long Milliseconds(PlatformVideo video) => new DateTimeOffset(video.CreatedAt!.Value).ToUnixTimeMilliseconds();

    private static Task<PartnerResult<T>> Answer<T>(T value) => Task.FromResult(new PartnerResult<T>(value, null));
}
