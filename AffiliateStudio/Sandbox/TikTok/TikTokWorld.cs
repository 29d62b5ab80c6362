using System.Text.Json;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Store;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Keeps what the sandbox's TikTok remembers, in the sandbox's database. One caller at a time; every change is kept before it is answered.</summary>
internal sealed class TikTokWorld(SandboxStore store, TimeProvider clock)
{
    private const string Name = "tiktok";

    private readonly Lock _gate = new();
    private TikTokState? _state;

    /// <summary>Our apps there.</summary>
    public TikTokApp App => Read(state => state.App);

    /// <summary>Now, UTC.</summary>
    public DateTime Now => clock.UtcNow();

    /// <summary>An account by its name, or null.</summary>
    public static TikTokUser? User(string name) => TikTokSeed.Users.FirstOrDefault(user => string.Equals(user.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads.</summary>
    public T Read<T>(Func<TikTokState, T> read)
    {
        lock (_gate)
        {
            return read(State());
        }
    }

    /// <summary>Changes and keeps.</summary>
    public T Change<T>(Func<TikTokState, T> change)
    {
        lock (_gate)
        {
            var state = State();
            var result = change(state);
            store.Keep(Name, JsonSerializer.Serialize(state));
            return result;
        }
    }

    /// <summary>An account's videos that are there, newest first.</summary>
    public IReadOnlyList<TikTokVideo> VideosOf(TikTokUser user) => Read(state =>
        (IReadOnlyList<TikTokVideo>)[.. state.Videos.Where(video => video.Owner == user.Name && video.DeletedAt is null).OrderByDescending(video => video.CreatedAt)]);

    /// <summary>A video that is there, or null.</summary>
    public TikTokVideo? Video(string id) => Read(state => state.Videos.Find(video => video.Id == id && video.DeletedAt is null));

    /// <summary>The comments of a video, newest first.</summary>
    public IReadOnlyList<TikTokComment> CommentsOf(string video) => Read(state =>
        (IReadOnlyList<TikTokComment>)[.. state.Comments.Where(comment => comment.Video == video).OrderByDescending(comment => comment.CreatedAt).ThenByDescending(comment => comment.Id, StringComparer.Ordinal)]);

    /// <summary>Deletes a video as its owner.</summary>
    public void DeleteVideo(string id) => Change(state =>
    {
        var index = state.Videos.FindIndex(video => video.Id == id && video.DeletedAt is null);
        if (index >= 0)
        {
            state.Videos[index] = state.Videos[index] with { DeletedAt = Now };
        }

        return index >= 0;
    });

    /// <summary>Deletes a comment and its answers.</summary>
    public TikTokComment? DeleteComment(string id) => Change(state =>
    {
        var comment = state.Comments.Find(candidate => candidate.Id == id);
        state.Comments.RemoveAll(candidate => candidate.Id == id || candidate.Parent == id);
        return comment;
    });

    private TikTokState State()
    {
        if (_state is null)
        {
            if (store.Setting(Name) is { } kept)
            {
                _state = JsonSerializer.Deserialize<TikTokState>(kept)!;
            }
            else
            {
                _state = TikTokSeed.Make(Now);
                store.Keep(Name, JsonSerializer.Serialize(_state));
            }
        }

        return _state;
    }
}
