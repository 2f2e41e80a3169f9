using System.Diagnostics;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Service;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats;

/// <summary>The audio thread's side of an instance, as far as all formats share it.</summary>
/// <remarks>Audio thread, except for what says otherwise. Does not allocate, lock, wait or log; exceptions are counted.</remarks>
internal abstract class FormatProcessor(PluginCore core, Func<int, float, bool> notify)
{
    private readonly RenderSpeedDetector _detector = new();

    /// <summary>The parameter values that the host knows. Any thread.</summary>
    public HostParameterMirror Mirror { get; } = new(core.Parameters, notify);

    /// <summary>The managed bytes allocated in process since the last resumption.</summary>
    protected long AllocatedBytes { get; set; }

    /// <summary>The instance without its format.</summary>
    protected PluginCore Core { get; } = core;

    /// <summary>Frames a second.</summary>
    protected double SampleRate => _detector.SampleRate;

    /// <summary>As <see cref="PluginCore.SetSampleRate"/>. Main thread.</summary>
    public void SetSampleRate(double sampleRate)
    {
        Core.SetSampleRate(sampleRate);
        _detector.SampleRate = sampleRate;
    }

    /// <summary>As <see cref="PluginCore.Resume"/>. Main thread.</summary>
    public void Resume()
    {
        AllocatedBytes = 0;
        Core.Resume();
    }

    /// <summary>Sets a parameter because the host says so. Any thread.</summary>
    public void SetParameter(int index, float normalized)
    {
        Core.SetByHost(index, normalized);
        Mirror.Confirm(index);
    }

    /// <summary>Answers a diagnostic; -1 for an unknown one. Any thread but the audio thread.</summary>
    public long Read(Diagnostic diagnostic) => diagnostic switch
    {
        Diagnostic.ProcessBytes => AllocatedBytes,
        Diagnostic.Collections => GC.CollectionCount(0),
        Diagnostic.DecodedPatterns => Core.DecodeCount,
        Diagnostic.Generation1Collections => GC.CollectionCount(1),
        Diagnostic.Generation2Collections => GC.CollectionCount(2),
        Diagnostic.WorkerBytes => ModelWorker.Shared.AllocatedBytes,
        Diagnostic.OpenNetworks => ModelBundle.OpenNetworks,
        Diagnostic.HeapBytes => GC.GetTotalMemory(forceFullCollection: false),
        _ => -1,
    };

    /// <summary>How fast the host processes; call it once a block.</summary>
    /// <param name="announced">What the host says; null if it says nothing.</param>
    /// <param name="frames">The block's length.</param>
    protected RenderSpeed SpeedOf(RenderSpeed? announced, int frames) => announced ?? _detector.Begin(Stopwatch.GetTimestamp(), frames);

    /// <summary>Counts an exception and silences the block.</summary>
    protected void Fail(Exception exception, BlockOutput output)
    {
        Core.Errors.Count(Error.Process, exception);
        output.Silence();
    }
}
