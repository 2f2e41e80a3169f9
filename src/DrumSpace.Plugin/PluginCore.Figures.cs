using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;

namespace DrumSpace.Plugin;

/// <summary>What an instance tells of itself for tests and measurements; each format has its own way to ask.</summary>
public sealed partial class PluginCore
{
    /// <summary>The number of the figure that a format counts itself: the managed bytes allocated inside of process.</summary>
    internal const int AllocatedFigure = 0;

    /// <summary>
    /// A figure: 1 the collections since the library was loaded, of any generation, 2 the beats decoded for this instance that reached it,
    /// 3 the collections of generation 1 and above, 4 those of generation 2, 5 the managed bytes that the decode worker's thread has
    /// allocated, 6 the networks that are open in the process, 7 the bytes of its managed heap. Not the audio thread.
    /// </summary>
    /// <param name="figure">Its number.</param>
    /// <returns>The figure; -1 for another number.</returns>
    internal long Figure(long figure) => figure switch
    {
        1 => GC.CollectionCount(0),
        2 => DecodeCount,
        3 => GC.CollectionCount(1),
        4 => GC.CollectionCount(2),
        5 => DecodeWorker.Shared.AllocatedBytes,
        6 => ModelBundle.OpenNetworks,
        7 => GC.GetTotalMemory(forceFullCollection: false),
        _ => -1,
    };
}
