using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.UploadVideo;

/// <summary>Adds a video of the actor: the file is checked while it arrives, and either all of it is there afterwards or nothing.</summary>
internal sealed class UploadVideo(IDbContextFactory<StudioDb> databases, VideoFiles files, IdGenerator ids, TimeProvider clock, EventHub events)
{
    private readonly Dictionary<Guid, int> _running = [];

    /// <summary>What to add.</summary>
    /// <param name="Actor">Whose video it is.</param>
    /// <param name="Caption">The caption.</param>
    /// <param name="Content">The MP4 or WebM file, read once from where it stands.</param>
    /// <param name="Poster">A JPEG, PNG or WebP picture, or null.</param>
    public sealed record Command(Actor Actor, string Caption, Stream Content, Stream? Poster = null);

    public async Task<Result<VideoId>> RunAsync(Command command, CancellationToken cancellationToken)
    {
        var caption = CaptionText.Check(command.Caption);
        if (!caption.Succeeded)
        {
            return caption.Error;
        }

        if (await CreatorOfAsync(command.Actor, cancellationToken) is not { } creator)
        {
            return VideoErrors.NotACreator;
        }

        if (!files.HasRoom)
        {
            return VideoErrors.NoSpace;
        }

        if (!TryBegin(command.Actor.UserId))
        {
            return VideoErrors.TooManyUploads;
        }

        try
        {
            return await ReceiveAsync(command, creator, caption.Value, cancellationToken);
        }
        finally
        {
            End(command.Actor.UserId);
        }
    }

    private async Task<Result<VideoId>> ReceiveAsync(Command command, CreatorId creator, string caption, CancellationToken cancellationToken)
    {
        var id = ids.New<VideoId>();
        try
        {
            var poster = command.Poster is null ? default(Result<IncomingFile>?) : await files.ReceivePosterAsync(id, command.Poster, cancellationToken);
            if (poster is { Succeeded: false })
            {
                return poster.Value.Error;
            }

            using var posterFile = poster?.Value;
            var content = await files.ReceiveVideoAsync(id, command.Content, cancellationToken);
            if (!content.Succeeded)
            {
                return content.Error;
            }

            using var file = content.Value;
            file.Place();
            posterFile?.Place();
            await SaveAsync(creator, id, caption, file, posterFile, cancellationToken);
            file.Keep();
            posterFile?.Keep();
        }
        catch (IOException exception) when (exception is not Microsoft.AspNetCore.Connections.ConnectionResetException and not BadHttpRequestException)
        {
            return VideoErrors.NoSpace;
        }

        await events.PublishAsync(new VideoChanged(id), cancellationToken);
        return id;
    }

    /// <summary>How many videos a person is sending now.</summary>
    internal int Running(Guid person)
    {
        lock (_running)
        {
            return _running.GetValueOrDefault(person);
        }
    }

    private bool TryBegin(Guid person)
    {
        lock (_running)
        {
            var count = _running.GetValueOrDefault(person);
            if (count >= VideosOptions.MaxUploadsAtOnce)
            {
                return false;
            }

            _running[person] = count + 1;
            return true;
        }
    }

    private void End(Guid person)
    {
        lock (_running)
        {
            if (--_running[person] == 0)
            {
                _running.Remove(person);
            }
        }
    }

    private async Task<CreatorId?> CreatorOfAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<Creator>().Where(creator => creator.UserId == actor.UserId).Select(creator => (CreatorId?)creator.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task SaveAsync(CreatorId creator, VideoId id, string caption, IncomingFile file, IncomingFile? poster, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Add(new Video
        {
            Id = id,
            CreatorId = creator,
            Caption = caption,
            MediaType = file.MediaType,
            SizeBytes = file.SizeBytes,
            FileName = file.FileName,
            PosterFileName = poster?.FileName,
            CreatedAt = clock.UtcNow(),
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
