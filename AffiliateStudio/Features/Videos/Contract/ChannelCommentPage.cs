namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>A page of comments. It may hold fewer than asked for, even none, while there are more.</summary>
/// <param name="Comments">The comments.</param>
/// <param name="Cursor">Where the next page begins.</param>
/// <param name="HasMore">Whether there is a next page.</param>
public sealed record ChannelCommentPage(IReadOnlyList<ChannelComment> Comments, long Cursor, bool HasMore);
