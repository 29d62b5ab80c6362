namespace AffiliateStudio.Ui.Feedback;

/// <summary>How wide a dialog is. On a phone every dialog fills the screen, except the small one, which rises from the foot.</summary>
public enum DialogSize
{
    /// <summary>A question: 440 px.</summary>
    Small,

    /// <summary>A form: 640 px.</summary>
    Medium,

    /// <summary>Two columns: 960 px.</summary>
    Large,
}
