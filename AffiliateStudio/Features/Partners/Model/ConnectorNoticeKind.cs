namespace AffiliateStudio.Features.Partners.Model;

/// <summary>What a <see cref="ConnectorNotice"/> is about.</summary>
public enum ConnectorNoticeKind
{
    /// <summary>A word for the state of an order that we have no state for.</summary>
    UnknownState,
}
