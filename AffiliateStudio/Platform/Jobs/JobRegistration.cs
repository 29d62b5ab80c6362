using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AffiliateStudio.Platform.Jobs;

/// <summary>How modules register their jobs.</summary>
public static class JobRegistration
{
    /// <summary>Registers a job. Runs of the same job never overlap; a failed run is logged, shown, and does not stop anything.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="name">A unique name that people understand, such as <c>Read partner reports</c>.</param>
    /// <param name="every">The time between planned runs; null for a job that runs only when it is asked for.</param>
    /// <param name="firstRunAfter">How long after the start of the product the first planned run is; one whole interval when it is left out.</param>
    public static IServiceCollection AddStudioJob<TJob>(this IServiceCollection services, string name, TimeSpan? every, TimeSpan? firstRunAfter = null)
        where TJob : class, IStudioJob
    {
        services.TryAddScoped<TJob>();
        services.AddSingleton(new JobDefinition(name, every, firstRunAfter ?? every ?? TimeSpan.Zero, typeof(TJob)));
        return services;
    }
}
