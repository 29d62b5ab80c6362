namespace AffiliateStudio.Demo;

/// <summary>How far the demo is.</summary>
internal sealed class DemoState
{
    private volatile string? _working;

    /// <summary>What is being made now, in words; null when nothing is.</summary>
    public string? Working
    {
        get => _working;
        set => _working = value;
    }
}
