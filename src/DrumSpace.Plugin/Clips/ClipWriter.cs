using DrumSpace.Engine;
using DrumSpace.Engine.Playing;
using DrumSpace.Engine.Slots;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;
using DrumSpace.Music.Capture;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Playing;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Clips;

/// <summary>Writes what plays as clips. Any thread but the audio thread.</summary>
internal sealed class ClipWriter(ParameterStore parameters, PlaybackEngine engine, KitSection kits, ClipFolder folder, StatusLine status)
{
    /// <summary>Writes a clip into a new file.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="bars">At most how many bars of what was captured, at least 1; the others have two.</param>
    /// <param name="trackPerVoice">Whether each drum and the melody have tracks of their own.</param>
    /// <param name="sampleRate">The host's, in frames a second.</param>
    /// <returns>The file's path; null where there is nothing to write or it cannot be written, and the status tells why.</returns>
    public string? Write(ClipKind kind, int bars, bool trackPerVoice, double sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bars, 1);
        EngineSettings settings = SettingsReader.Read(parameters.Current, kits.Map);
        Playhead host = engine.Playhead;
        (CaptureClip? clip, string? absence) = kind switch
        {
            ClipKind.Captured => (engine.Capture(bars), "nothing was played yet"),
            ClipKind.Melody => (Melody(settings, host, sampleRate), "there is no melody"),
            _ => (Render(settings with { Melody = default }, host, sampleRate), "no drum sounds"),
        };
        if (clip == null || (clip.Notes.Count == 0 && kind != ClipKind.Captured))
        {
            status.Notify($"No clip was written, because {absence}.");
            return null;
        }

        try
        {
            string title = ClipName.TitleOf(kind, host.Knobs);
            return folder.Write(
                CaptureClipFile.ToMidiFile(clip, new CaptureClipForm { TrackPerVoice = trackPerVoice, Name = $"DrumSpace {title}" }), title);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            status.Notify($"No clip was written: {e.Message}");
            return null;
        }
    }

    private CaptureClip? Melody(in EngineSettings settings, in Playhead host, double sampleRate) =>
        settings.Melody.IsEnabled ? Render(settings with { MutedVoices = Pattern.AllVoices }, host, sampleRate) : null;

    private CaptureClip Render(in EngineSettings settings, in Playhead host, double sampleRate)
    {
        PlayablePattern pattern = new();
        engine.ReadPlaying(pattern);
        int seed = settings.Seed;
        if (host.Slot > 0)
        {
            PatternSlots slots = new();
            engine.SaveSlots(slots);
            seed = slots.Slots[host.Slot - 1].Seed;
        }

        return ClipRenderer.Render(pattern, settings with { Seed = seed }, host, sampleRate);
    }
}
