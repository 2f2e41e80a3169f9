using DrumSpace.Engine.Slots;
using DrumSpace.Music;

namespace DrumSpace.Plugin.History;

/// <summary>Compares slots and pinned rows. Allocates nothing.</summary>
internal static class SlotsComparison
{
    /// <summary>Whether two sets of slots play the same.</summary>
    public static bool AreSame(PatternSlots one, PatternSlots other)
    {
        bool isSame = AreSame(one.Pins, other.Pins);
        for (int slot = 0; slot < PatternSlots.Count && isSame; slot++)
        {
            isSame = AreSame(one.Slots[slot], other.Slots[slot]);
        }

        return isSame;
    }

    /// <summary>Whether two slots play the same.</summary>
    public static bool AreSame(PatternSlot one, PatternSlot other)
    {
        Knobs mine = one.Knobs;
        Knobs theirs = other.Knobs;
        return one.IsFilled == other.IsFilled && one.Seed == other.Seed && ((ReadOnlySpan<float>)mine).SequenceEqual(theirs)
            && AreSame(one.Pins, other.Pins);
    }

    private static bool AreSame(PinnedRows one, PinnedRows other)
    {
        if (one.Voices != other.Voices || one.GrooveVoices != other.GrooveVoices)
        {
            return false;
        }

        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            if ((one.Voices >> voice & 1) != 0 && !AreSame(one, other, voice))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(PinnedRows one, PinnedRows other, int voice)
    {
        bool hasGroove = (one.GrooveVoices >> voice & 1) != 0;
        bool isSame = one.Thresholds[voice] == other.Thresholds[voice] && one.HitsOf(voice) == other.HitsOf(voice);
        for (int cell = voice; cell < Pattern.CellCount && isSame; cell += Pattern.VoiceCount)
        {
            isSame = one.Probabilities[cell] == other.Probabilities[cell]
                && (!hasGroove || (one.Velocities[cell] == other.Velocities[cell] && one.Offsets[cell] == other.Offsets[cell]));
        }

        return isSame;
    }
}
