using DrumSpace.Engine;
using DrumSpace.Engine.Playing;
using DrumSpace.Music;
using DrumSpace.Music.Capture;

namespace DrumSpace.Plugin.Clips;

/// <summary>
/// Renders a pattern as an engine plays it in the song's first two bars, by an engine of its own: swing, groove, density, fills, chances,
/// mutes and velocities are the engine's. Any thread but the audio thread.
/// </summary>
internal static class ClipRenderer
{
    private const int Bars = 2;
    private const int Block = 4096;

    /// <summary>Renders a pattern.</summary>
    /// <param name="pattern">The pattern, pinned rows included.</param>
    /// <param name="settings">How it is played. Slots and pins do not matter: the pattern is theirs already.</param>
    /// <param name="host">Whose tempo and meter count.</param>
    /// <param name="sampleRate">Frames a second, as the host's: what an engine has made for it is shared.</param>
    /// <returns>Exactly two bars.</returns>
    public static CaptureClip Render(PlayablePattern pattern, in EngineSettings settings, in Playhead host, double sampleRate)
    {
        PlaybackEngine engine = new(new FixedPatternSource(pattern));
        engine.Prepare(sampleRate, Block);
        engine.Apply(settings with { Slot = 0, IsChained = false, PinnedVoices = 0, FillNow = false });
        double quartersPerFrame = host.Tempo / (60 * sampleRate);

        // One block more than the bars: it begins the bar that ends the second.
        double quarters = Bars * 4.0 * host.Numerator / host.Denominator + Block * quartersPerFrame;
        HostTime time = new()
        {
            IsPlaying = true,
            HasPpq = true,
            HasTempo = true,
            Tempo = host.Tempo,
            HasTimeSignature = true,
            Numerator = host.Numerator,
            Denominator = host.Denominator,
            HasBarStart = true,
        };
        for (long frame = 0; time.Ppq < quarters; frame += Block, time.Ppq = frame * quartersPerFrame)
        {
            engine.Process(time, Block, [], []);
        }

        return engine.Capture(Bars)!;
    }
}
