using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>Comments under an account's own videos at a platform. There is no call that edits one.</summary>
public interface ICommentChannel : IPlatformSignIn
{
    /// <summary>The platform.</summary>
    PartnerKey Platform { get; }

    /// <summary>The longest comment that it takes, in characters.</summary>
    int MaxLength { get; }

    /// <summary>A page of comments, newest first.</summary>
    Task<PartnerResult<ChannelCommentPage>> ListAsync(PlatformAccess access, string video, long cursor, CancellationToken cancellationToken);

    /// <summary>Writes a comment as the video's owner; returns its id.</summary>
    Task<PartnerResult<string>> CreateAsync(PlatformAccess access, string video, string text, CancellationToken cancellationToken);

    /// <summary>Answers a comment as the video's owner; returns the answer's id.</summary>
    Task<PartnerResult<string>> ReplyAsync(PlatformAccess access, string video, string comment, string text, CancellationToken cancellationToken);

    /// <summary>Pins a comment to the top, or lets it go.</summary>
    Task<PartnerResult<bool>> PinAsync(PlatformAccess access, string video, string comment, bool isPinned, CancellationToken cancellationToken);

    /// <summary>Hides anybody's comment from viewers, or shows it again, which the platform may ignore.</summary>
    Task<PartnerResult<bool>> HideAsync(PlatformAccess access, string video, string comment, bool isHidden, CancellationToken cancellationToken);

    /// <summary>Deletes a comment of the owner's own.</summary>
    Task<PartnerResult<bool>> DeleteAsync(PlatformAccess access, string video, string comment, CancellationToken cancellationToken);
}
