namespace AffiliateStudio.Platform.Jobs;

/// <summary>A job as a module registered it.</summary>
/// <param name="Name">The name, unique, shown to people.</param>
/// <param name="Every">The time between planned runs, or null for a job that runs only when it is asked for.</param>
/// <param name="FirstRunAfter">How long after the start of the product the first planned run is.</param>
/// <param name="JobType">The class that does the work.</param>
internal sealed record JobDefinition(string Name, TimeSpan? Every, TimeSpan FirstRunAfter, Type JobType);
