namespace AffiliateStudio.Platform.Hosting;

/// <summary>The product cannot start as things are; the message tells the operator what to change. It ends the process without a stack trace on the screen.</summary>
public sealed class StartRefusedException : Exception
{
    /// <summary>Refuses the start.</summary>
    public StartRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Refuses the start because of another failure.</summary>
    public StartRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Refuses the start without saying why; only serializers need it.</summary>
    public StartRefusedException()
    {
    }
}
