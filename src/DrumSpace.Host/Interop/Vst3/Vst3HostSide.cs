namespace DrumSpace.Host.Interop.Vst3;

/// <summary>The host as one VST 3 instance sees it: the objects that live as long as the instance.</summary>
internal sealed class Vst3HostSide : IDisposable
{
    public Vst3HostSide(OutputRecorder recorder)
    {
        // Windows has a message loop of its own.
        Loop = OperatingSystem.IsWindows() ? null : new Vst3MainLoop();
        Application = new Vst3Application(Loop);
        Edits = new Vst3EditRecorder(recorder);
    }

    public Vst3MainLoop? Loop { get; }

    public Vst3Application Application { get; }

    public Vst3EditRecorder Edits { get; }

    public void Dispose()
    {
        Application.Dispose();
        Edits.Dispose();
        Loop?.Dispose();
    }
}
