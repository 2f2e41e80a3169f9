using DrumSpace.Engine;
using DrumSpace.Engine.Memory;
using DrumSpace.Music;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// Every parameter, declared once. Hosts store automation by index and by name: a parameter never moves, never changes its name and is
/// never removed, and a choice never changes its place; new parameters are appended.
/// </summary>
public static partial class ParameterTable
{
    /// <summary>The index of the first of the four knobs; the others follow.</summary>
    public const int FirstKnob = 0;

    /// <summary>The index of the built-in kit's level.</summary>
    public const int KitLevel = FirstKnob + Latent.Dimensions;

    /// <summary>The index of <see cref="BeatEngine.Density"/>.</summary>
    public const int Density = KitLevel + 1;

    /// <summary>The index of <see cref="BeatEngine.Fill"/>.</summary>
    public const int Fill = Density + 1;

    /// <summary>The index of <see cref="BeatEngine.FillPlace"/>.</summary>
    public const int FillPlace = Fill + 1;

    /// <summary>The index of <see cref="BeatEngine.Swing"/>.</summary>
    public const int Swing = FillPlace + 1;

    /// <summary>The index of <see cref="BeatEngine.LowVelocity"/>.</summary>
    public const int LowVelocity = Swing + 1;

    /// <summary>The index of <see cref="BeatEngine.HighVelocity"/>.</summary>
    public const int HighVelocity = LowVelocity + 1;

    /// <summary>The index of <see cref="BeatEngine.Quantization"/>.</summary>
    public const int Quantization = HighVelocity + 1;

    /// <summary>The index of <see cref="BeatEngine.PatternLength"/>.</summary>
    public const int PatternLength = Quantization + 1;

    /// <summary>The index of <see cref="BeatEngine.PatternStart"/>.</summary>
    public const int PatternStart = PatternLength + 1;

    /// <summary>The index of <see cref="BeatEngine.Rate"/>.</summary>
    public const int Rate = PatternStart + 1;

    /// <summary>The index of <see cref="BeatEngine.Seed"/>.</summary>
    public const int Seed = Rate + 1;

    /// <summary>The index of <see cref="BeatEngine.Channel"/>.</summary>
    public const int Channel = Seed + 1;

    /// <summary>The index of the first voice's chance; the others follow in the order of <see cref="Voice"/>.</summary>
    public const int FirstChance = Channel + 1;

    /// <summary>The index of the first voice's mute; the others follow.</summary>
    public const int FirstMute = FirstChance + Pattern.VoiceCount;

    /// <summary>The index of the first voice's solo; the others follow.</summary>
    public const int FirstSolo = FirstMute + Pattern.VoiceCount;

    /// <summary>The index of the first voice's lock; the others follow.</summary>
    public const int FirstLock = FirstSolo + Pattern.VoiceCount;

    /// <summary>The index of <see cref="BeatEngine.MorphQuarters"/>.</summary>
    public const int Morph = FirstLock + Pattern.VoiceCount;

    /// <summary>The index of <see cref="BeatEngine.Slot"/>.</summary>
    public const int Slot = Morph + 1;

    /// <summary>The index of the command that stores a slot.</summary>
    public const int Store = Slot + 1;

    /// <summary>The index of <see cref="BeatEngine.IsChained"/>.</summary>
    public const int Chain = Store + 1;

    /// <summary>The index of the first slot's bars in the chain; the others follow.</summary>
    public const int FirstChainBars = Chain + 1;

    /// <summary>The index of the keyboard's octave that chooses slots.</summary>
    public const int SlotKeys = FirstChainBars + BeatMemory.SlotCount;

    /// <summary>The number of parameters.</summary>
    public static int Count => All.Count;

    /// <summary>The index of a parameter by its id.</summary>
    /// <param name="id">For example "z1".</param>
    /// <returns>-1 when no parameter has this id.</returns>
    public static int IndexOf(string id)
    {
        for (int index = 0; index < All.Count; index++)
        {
            if (All[index].Id == id)
            {
                return index;
            }
        }

        return -1;
    }
}
