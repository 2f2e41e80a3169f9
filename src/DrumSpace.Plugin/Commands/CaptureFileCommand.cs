using DrumSpace.Engine;
using DrumSpace.Midi;
using DrumSpace.Midi.Clips;
using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Capture;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Commands;

/// <summary>
/// Writes the last bars that were played as a MIDI file into the capture folder; the status says where it lies or why not.
/// </summary>
internal sealed class CaptureFileCommand(ParameterStore parameters, PlaybackEngine engine, CaptureFolder folder, StatusLine status)
    : PluginCommand
{
    private const int FormBits = 2;

    // Bars and form of the capture that was asked for last and is not written yet; 0 for none.
    private int _asked;
    private bool _isRefused;

    /// <summary>Runs <see cref="Serve"/> in the background. Set once.</summary>
    public BackgroundTask? Background { get; set; }

    /// <inheritdoc/>
    public override void Apply()
    {
        CaptureCommand command = parameters.Get(ParameterTable.Capture);
        if (command != CaptureCommand.None)
        {
            parameters[ParameterTable.Capture] = 0;
            Volatile.Write(ref _asked, parameters.Get(ParameterTable.CaptureBars) << FormBits | (int)command);
            Background?.Request();
        }
    }

    /// <inheritdoc/>
    public override void Serve()
    {
        int asked = Interlocked.Exchange(ref _asked, 0);
        if (asked == 0)
        {
            return;
        }

        bool wasRefused = _isRefused;
        _isRefused = !folder.MayWrite();
        if (_isRefused)
        {
            // Once: a host that asks all the time must not fill the log either.
            if (!wasRefused)
            {
                status.Notify("Nothing was captured: captures follow each other too fast.");
            }

            return;
        }

        Write(asked >> FormBits, (CaptureCommand)(asked & ((1 << FormBits) - 1)) == CaptureCommand.TrackPerVoice);
    }

    private void Write(int bars, bool trackPerVoice)
    {
        if (engine.Capture(bars) is not { } clip)
        {
            status.Notify("Nothing was captured, because nothing was played yet.");
            return;
        }

        try
        {
            MidiFile file = CaptureClipFile.ToMidiFile(clip, new CaptureClipForm { TrackPerVoice = trackPerVoice, Name = "DrumSpace" });
            status.Notify($"Captured {clip.Bars} bars, {clip.Notes.Count} notes: {folder.Write(file, clip.Bars)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            status.Notify($"Nothing was captured: {e.Message}");
        }
    }
}
