using DrumSpace.Music;

namespace DrumSpace.Engine;

/// <summary>Where an engine asks for the beats that it will play; they come through its exchange.</summary>
public interface IBeatRequests
{
    /// <summary>
    /// Asks for the beat at some knob positions. Called once a block, on the audio thread: neither allocates nor waits, unless the host
    /// renders offline.
    /// </summary>
    /// <param name="knobs">Positions, 0 to 1.</param>
    /// <param name="variation">How a model that has learnt to vary does so; a beat of any other is varied where it plays.</param>
    /// <returns>Whether a beat is to come: false where it is the one asked for last, or where none can be had.</returns>
    bool Request(in Knobs knobs, PatternVariation variation);

    /// <summary>
    /// Says which rows play instead of the beat's own, of the beat that is asked for next. Called before each <see cref="Request"/>, on the
    /// same terms.
    /// </summary>
    /// <param name="voices">The locked voices: bit v set for <see cref="Voice"/> v.</param>
    /// <param name="masks">32 masks; only the bits of locked voices are set. Empty when none is locked.</param>
    void Lock(int voices, ReadOnlySpan<ushort> masks);
}
