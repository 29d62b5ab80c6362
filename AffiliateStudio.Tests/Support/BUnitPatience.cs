using System.Runtime.CompilerServices;
using Bunit;

namespace AffiliateStudio.Tests.Support;

/// <summary>How long a component test waits for what it expects: a bound for a busy machine, not a measure of speed.</summary>
internal static class BUnitPatience
{
#pragma warning disable CA2255 // It must be set before any component test begins.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void WaitLongEnough() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
}
