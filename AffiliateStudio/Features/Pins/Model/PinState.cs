namespace AffiliateStudio.Features.Pins.Model;

/// <summary>Whether viewers see a pin and where its link leads.</summary>
public enum PinState
{
    /// <summary>Shown, and its link leads to the shop.</summary>
    Live,

    /// <summary>Hidden for now; its link leads to the creator's page.</summary>
    Paused,

    /// <summary>Taken down for good; its link leads to the creator's page. The same offer may be pinned to the video again.</summary>
    Retired,
}
