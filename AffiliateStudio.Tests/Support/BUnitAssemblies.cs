using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace AffiliateStudio.Tests.Support;

/// <summary>Answers bunit's request for AngleSharp.Diffing 1.0 with the 0.17 that restores (see Build/BUnit.targets).</summary>
internal static class BUnitAssemblies
{
#pragma warning disable CA2255 // A module initializer is the only hook that runs before bunit's first load.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void AnswerForDiffing() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "AngleSharp.Diffing.dll"))
            : null;
}
