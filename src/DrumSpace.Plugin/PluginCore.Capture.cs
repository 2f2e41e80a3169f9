using DrumSpace.Midi;
using DrumSpace.Midi.Clips;
using DrumSpace.Music.Capture;
using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Capture;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>
/// What was heard, as MIDI: the last bars as a clip or as a file. The command "capture" writes the file into <see cref="CaptureFolder"/> in
/// the background, and a line in the log says where it lies or why not.
/// </summary>
public sealed partial class PluginCore
{
    private const int FormBits = 2;

    // Bars and form of the capture that was asked for last and is not written yet; 0 for none.
    private int _captureAsked;
    private bool _isCaptureRefused;

    /// <summary>Where the command writes to.</summary>
    internal CaptureFolder Captures { get; init; } = CaptureFolder.Shared;

    /// <summary>The last bars that were heard. Any thread but the audio thread; waits for nobody.</summary>
    /// <param name="bars">At most how many, at least 1; 64 are kept.</param>
    /// <returns>Null when nothing was heard yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bar.</exception>
    public CaptureClip? Heard(int bars) => _engine.Heard(bars);

    /// <summary>Writes the last bars that were heard as a Standard MIDI File. Any thread but the audio thread.</summary>
    /// <param name="bars">At most how many, at least 1; 64 are kept.</param>
    /// <param name="form">How.</param>
    /// <param name="target">Where to.</param>
    /// <returns>False when nothing was heard yet; nothing is written then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bar.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public bool TryWriteCapture(int bars, CaptureClipForm form, Stream target)
    {
        if (Heard(bars) is not { } clip)
        {
            return false;
        }

        CaptureClipFile.ToMidiFile(clip, form).Write(target);
        return true;
    }

    // Audio thread, once a change.
    private void ApplyCapture()
    {
        CaptureCommand command = Parameters.Get(ParameterTable.Capture);
        if (command != CaptureCommand.None)
        {
            Parameters[ParameterTable.Capture] = 0;
            Volatile.Write(ref _captureAsked, Parameters.Get(ParameterTable.CaptureBars) << FormBits | (int)command);
            BackgroundThread.Shared.Wake();
        }
    }

    // Background thread.
    private void ServeCapture()
    {
        int asked = Interlocked.Exchange(ref _captureAsked, 0);
        if (asked == 0)
        {
            return;
        }

        bool wasRefused = _isCaptureRefused;
        _isCaptureRefused = !Captures.MayWrite();
        if (_isCaptureRefused)
        {
            // Once: a host that asks all the time must not fill the log either.
            if (!wasRefused)
            {
                Tell("Nothing was captured: captures follow each other too fast.");
            }

            return;
        }

        if (Heard(asked >> FormBits) is not { } clip)
        {
            Tell("Nothing was captured, because nothing was heard yet.");
            return;
        }

        CaptureClipForm form = new() { TrackPerVoice = (CaptureCommand)(asked & ((1 << FormBits) - 1)) == CaptureCommand.TrackPerVoice, Name = "DrumSpace" };
        try
        {
            MidiFile file = CaptureClipFile.ToMidiFile(clip, form);
            Tell($"Captured {clip.Bars} bars, {clip.Notes.Count} notes: {Captures.Write(file, clip.Bars)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Tell($"Nothing was captured: {e.Message}");
        }
    }
}
