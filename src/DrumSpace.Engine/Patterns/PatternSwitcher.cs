using DrumSpace.Engine.Notes;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;

namespace DrumSpace.Engine.Patterns;

/// <summary>Decides when the newest reply takes over from the pattern that plays.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class PatternSwitcher(PatternQueue patterns, PatternRequester requester, SlotSequencer slots, MelodyPlayer melody)
{
    /// <summary>Plays a pattern at once, until the reply to the next request.</summary>
    public void Play(PlayablePattern pattern)
    {
        patterns.Play(pattern, requester.LastId);
        melody.Take(patterns.Playing);
    }

    /// <summary>
    /// Lets the newest reply take over: at a boundary, or at once where it is late or makes whole what plays.
    /// </summary>
    /// <param name="isBoundary">Whether the song is where patterns take over.</param>
    public void Switch(bool isBoundary)
    {
        if (!patterns.HasNext)
        {
            return;
        }

        PlayablePattern playing = patterns.Playing, next = patterns.Next;
        bool isRest = next.IsWhole && (next.RequestId == playing.RequestId
            || (melody.IsWaiting && next.Decoded.Pattern == playing.Decoded.Pattern));
        bool isCurrent = next.Slot == slots.Playing && next.RequestId >= requester.FirstIdWithPins;
        if (playing.RequestId == 0 || isRest || (isCurrent && (isBoundary || slots.IsPatternLate)))
        {
            patterns.Take();
            melody.Take(patterns.Playing);
        }
    }
}
