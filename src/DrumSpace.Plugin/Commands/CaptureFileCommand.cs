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
    private static readonly int Forms = Enum.GetValues<CaptureCommand>().Length;

    // By form, the bars of the capture that was asked for last and is not written yet; 0 for none.
    private readonly int[] _asked = new int[Forms];
    private readonly CaptureRate _rate = new(folder.Clock);
    private int _refused;

    /// <summary>Runs <see cref="Serve"/> in the background. Set once.</summary>
    public BackgroundTask? Background { get; set; }

    /// <inheritdoc/>
    public override void Apply()
    {
        CaptureCommand command = parameters.Get(ParameterTable.Capture);
        if (command != CaptureCommand.None)
        {
            parameters[ParameterTable.Capture] = 0;
            Volatile.Write(ref _asked[(int)command], parameters.Get(ParameterTable.CaptureBars));
            Background?.Request();
        }
    }

    /// <inheritdoc/>
    public override void Serve()
    {
        for (int form = 0; form < Forms; form++)
        {
            int bars = Interlocked.Exchange(ref _asked[form], 0);
            if (bars > 0 && MayWrite())
            {
                Write(bars, (CaptureCommand)form == CaptureCommand.TrackPerVoice);
            }
        }
    }

    // A host that asks all the time must not fill the log either: the first refusal is told at once, their number before the next capture.
    private bool MayWrite()
    {
        bool mayWrite = _rate.MayWrite();
        if (!mayWrite && _refused++ == 0)
        {
            status.Notify("Nothing was captured: captures follow each other too fast.");
        }
        else if (mayWrite && _refused > 0)
        {
            status.Notify($"{_refused} captures were left out, because they followed each other too fast.");
            _refused = 0;
        }

        return mayWrite;
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
