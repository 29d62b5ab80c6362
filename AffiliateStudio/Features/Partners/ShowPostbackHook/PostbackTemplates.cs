namespace AffiliateStudio.Features.Partners.ShowPostbackHook;

/// <summary>What to enter at the partner so that its postbacks name the order.</summary>
internal static class PostbackTemplates
{
    private const string ImpactQuery = "?campaign_id={CampaignId}&action_id={ActionId}&status={Status}&payout={Payout}&delta_payout={DeltaPayout}&currency={Currency}&event_date={EventDate}";

    private const string ImpactBody =
        """{"campaign_id":"{CampaignId}","action_id":"{ActionId}","status":"{Status}","payout":"{Payout}","delta_payout":"{DeltaPayout}","currency":"{Currency}","event_date":"{EventDate}"}""";

    private const string PartnerizeQuery = "?conversion_id={conversion_id}&publisher_reference={publisher_reference}";

    /// <summary>Where it is entered, in words.</summary>
    public static string Place(PostbackStyle style) => style == PostbackStyle.Impact
        ? "At impact.com: Settings, Technical, Event Notifications. Choose Action Lifecycle and Action Clearing."
        : "At Partnerize: the postback settings of your publisher account. The names in braces are those that Partnerize fills in; put in what it offers for the conversion's id.";

    /// <summary>What is appended to the address for GET.</summary>
    public static string Query(PostbackStyle style) => style == PostbackStyle.Impact ? ImpactQuery : PartnerizeQuery;

    /// <summary>The body for POST, or null when the partner writes its own.</summary>
    public static string? Body(PostbackStyle style) => style == PostbackStyle.Impact ? ImpactBody : null;
}
