namespace AffiliateStudio.Connectors.Transport;

/// <summary>A partner's body went over the limit. It is not tried again.</summary>
internal sealed class AnswerTooLargeException(long limit) : Exception($"The answer is larger than {limit} bytes.");
