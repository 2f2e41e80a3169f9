namespace DrumSpace.Host.Interop;

/// <summary>The state that all formats report to their plugins: the announced settings, and which thread is the audio thread.</summary>
/// <remarks>The settings belong to the main thread; any thread reads them. Nothing here locks or allocates.</remarks>
internal sealed class HostContext
{
    private int _audioThread;

    public HostContext() => Output = new OutputRecorder(this);

    public OutputRecorder Output { get; }

    public double SampleRate { get; set; } = 44100;

    public int BlockSize { get; set; } = 512;

    public ProcessPacing Pacing { get; set; } = ProcessPacing.RealTime;

    public SongTime? Transport { get; set; }

    public bool AcceptsEvents { get; set; } = true;

    /// <summary>The pacing that is reported to plugins; null for a host that hides it.</summary>
    public ProcessPacing? ReportedPacing => Transport is { Quirks.HidesPacing: true } ? null : Pacing;

    /// <summary>Whether the calling thread is the audio thread now.</summary>
    public bool IsAudioThread => Volatile.Read(ref _audioThread) == Environment.CurrentManagedThreadId;

    /// <summary>Makes the calling thread the audio thread until <see cref="LeaveAudioThread"/>.</summary>
    public void EnterAudioThread() => Volatile.Write(ref _audioThread, Environment.CurrentManagedThreadId);

    public void LeaveAudioThread() => Volatile.Write(ref _audioThread, 0);
}
