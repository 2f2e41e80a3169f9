using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Service;

namespace DrumSpace.Plugin.Diagnostics;

/// <summary>Answers the diagnostics of one instance. Any thread but the audio thread.</summary>
internal static class DiagnosticReader
{
    /// <summary>Reads a diagnostic.</summary>
    /// <param name="core">The instance.</param>
    /// <param name="processBytes">The answer to <see cref="Diagnostic.ProcessBytes"/>, which the format counts.</param>
    /// <param name="diagnostic">What the host asks for.</param>
    /// <returns>The number; -1 for an unknown diagnostic.</returns>
    public static long Read(PluginCore core, long processBytes, Diagnostic diagnostic) => diagnostic switch
    {
        Diagnostic.ProcessBytes => processBytes,
        Diagnostic.Collections => GC.CollectionCount(0),
        Diagnostic.DecodedPatterns => core.DecodeCount,
        Diagnostic.Generation1Collections => GC.CollectionCount(1),
        Diagnostic.Generation2Collections => GC.CollectionCount(2),
        Diagnostic.WorkerBytes => ModelWorker.Shared.AllocatedBytes,
        Diagnostic.OpenNetworks => ModelBundle.OpenNetworks,
        Diagnostic.HeapBytes => GC.GetTotalMemory(forceFullCollection: false),
        _ => -1,
    };
}
