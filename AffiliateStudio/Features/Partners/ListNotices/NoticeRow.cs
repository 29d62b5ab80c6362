using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.ListNotices;

/// <summary>A notice as admins see it.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="PartnerName">Its name.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Word">The partner's word.</param>
/// <param name="FirstSeenAt">When it came first, UTC.</param>
/// <param name="LastSeenAt">When it came last, UTC.</param>
/// <param name="Count">In how many new or changed lines.</param>
/// <param name="ExampleKey">The key of one of them.</param>
public sealed record NoticeRow(PartnerKey Partner, string PartnerName, ConnectorNoticeKind Kind, string Word, DateTime FirstSeenAt, DateTime LastSeenAt, long Count, string ExampleKey);
