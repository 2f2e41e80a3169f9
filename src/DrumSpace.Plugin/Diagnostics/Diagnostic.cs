namespace DrumSpace.Plugin.Diagnostics;

/// <summary>What an instance reports of itself to tests and benchmarks; hosts ask by number, each format in its own way.</summary>
internal enum Diagnostic
{
    /// <summary>The managed bytes allocated in process calls since the last activation.</summary>
    ProcessBytes,

    /// <summary>The garbage collections of any generation since the library was loaded.</summary>
    Collections,

    /// <summary>The patterns decoded for this instance that reached it.</summary>
    DecodedPatterns,

    /// <summary>The garbage collections of generation 1 and above.</summary>
    Generation1Collections,

    /// <summary>The garbage collections of generation 2.</summary>
    Generation2Collections,

    /// <summary>The managed bytes that the decode worker's thread has allocated.</summary>
    WorkerBytes,

    /// <summary>The networks that are open in the process.</summary>
    OpenNetworks,

    /// <summary>The size of the managed heap in bytes.</summary>
    HeapBytes,
}
