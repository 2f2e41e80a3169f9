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

    /// <summary>The index of <see cref="PlaybackEngine.Density"/>.</summary>
    public const int Density = KitLevel + 1;

    /// <summary>The index of <see cref="PlaybackEngine.Fill"/>.</summary>
    public const int Fill = Density + 1;

    /// <summary>The index of <see cref="PlaybackEngine.FillInterval"/>.</summary>
    public const int FillInterval = Fill + 1;

    /// <summary>The index of <see cref="PlaybackEngine.Swing"/>.</summary>
    public const int Swing = FillInterval + 1;

    /// <summary>The index of <see cref="PlaybackEngine.LowVelocity"/>.</summary>
    public const int LowVelocity = Swing + 1;

    /// <summary>The index of <see cref="PlaybackEngine.HighVelocity"/>.</summary>
    public const int HighVelocity = LowVelocity + 1;

    /// <summary>The index of <see cref="PlaybackEngine.Quantization"/>.</summary>
    public const int Quantization = HighVelocity + 1;

    /// <summary>The index of <see cref="PlaybackEngine.PatternLength"/>.</summary>
    public const int PatternLength = Quantization + 1;

    /// <summary>The index of <see cref="PlaybackEngine.PatternStart"/>.</summary>
    public const int PatternStart = PatternLength + 1;

    /// <summary>The index of <see cref="PlaybackEngine.Rate"/>.</summary>
    public const int Rate = PatternStart + 1;

    /// <summary>The index of <see cref="PlaybackEngine.Seed"/>.</summary>
    public const int Seed = Rate + 1;

    /// <summary>The index of <see cref="PlaybackEngine.Channel"/>.</summary>
    public const int Channel = Seed + 1;

    /// <summary>The index of the first voice's chance; the others follow in the order of <see cref="Voice"/>.</summary>
    public const int FirstChance = Channel + 1;

    /// <summary>The index of the first voice's mute; the others follow.</summary>
    public const int FirstMute = FirstChance + Pattern.VoiceCount;

    /// <summary>The index of the first voice's solo; the others follow.</summary>
    public const int FirstSolo = FirstMute + Pattern.VoiceCount;

    /// <summary>The index of the first voice's lock; the others follow.</summary>
    public const int FirstLock = FirstSolo + Pattern.VoiceCount;

    /// <summary>The index of <see cref="PlaybackEngine.MorphQuarters"/>.</summary>
    public const int Morph = FirstLock + Pattern.VoiceCount;

    /// <summary>The index of <see cref="PlaybackEngine.Slot"/>.</summary>
    public const int Slot = Morph + 1;

    /// <summary>The index of the command that stores a slot.</summary>
    public const int Store = Slot + 1;

    /// <summary>The index of <see cref="PlaybackEngine.IsChained"/>.</summary>
    public const int Chain = Store + 1;

    /// <summary>The index of the first slot's bars in the chain; the others follow.</summary>
    public const int FirstChainBars = Chain + 1;

    /// <summary>The index of the keyboard's octave that chooses slots.</summary>
    public const int SlotKeys = FirstChainBars + PatternSlots.SlotCount;

    /// <summary>The index of the model.</summary>
    public const int Model = SlotKeys + 1;

    /// <summary>The index of how far velocities go to the learnt drummer's.</summary>
    public const int GrooveVelocity = Model + 1;

    /// <summary>The index of how far hits leave the grid by the learnt timing.</summary>
    public const int GrooveTiming = GrooveVelocity + 1;

    /// <summary>The index of how far hits are drawn by the seed.</summary>
    public const int Variation = GrooveTiming + 1;

    /// <summary>The index of the map from voices to notes.</summary>
    public const int KitMap = Variation + 1;

    /// <summary>The index of the switch that lets the melody play.</summary>
    public const int MelodyOn = KitMap + 1;

    /// <summary>The index of what the melody is in the music.</summary>
    public const int MelodyRole = MelodyOn + 1;

    /// <summary>The index of the instrument that the melody is thought for.</summary>
    public const int MelodyInstrument = MelodyRole + 1;

    /// <summary>The index of the melody's tonic.</summary>
    public const int MelodyKey = MelodyInstrument + 1;

    /// <summary>The index of the melody's scale.</summary>
    public const int MelodyScale = MelodyKey + 1;

    /// <summary>The index of the melody's octave.</summary>
    public const int MelodyOctave = MelodyScale + 1;

    /// <summary>The index of how many notes the melody has.</summary>
    public const int MelodyDensity = MelodyOctave + 1;

    /// <summary>The index of the melody's temperature.</summary>
    public const int MelodyHeat = MelodyDensity + 1;

    /// <summary>The index of how closely the melody follows the kick.</summary>
    public const int MelodyFollow = MelodyHeat + 1;

    /// <summary>The index of how long the melody's notes last.</summary>
    public const int MelodyGateLength = MelodyFollow + 1;

    /// <summary>The index of the melody's seed.</summary>
    public const int MelodySeed = MelodyGateLength + 1;

    /// <summary>The index of the melody's MIDI channel.</summary>
    public const int MelodyChannel = MelodySeed + 1;

    /// <summary>The index of the level of the melody's own voice.</summary>
    public const int MelodyLevel = MelodyChannel + 1;

    /// <summary>The index of the switch that lets incoming MIDI through.</summary>
    public const int Thru = MelodyLevel + 1;

    /// <summary>The index of the command that ties controllers to parameters.</summary>
    public const int Learn = Thru + 1;

    /// <summary>The index of the command that listens for a beat.</summary>
    public const int Find = Learn + 1;

    /// <summary>The index of the switch that keeps the voices of a found beat.</summary>
    public const int FindLocks = Find + 1;

    /// <summary>The index of the command that goes back and forth through the beats that were.</summary>
    public const int Undo = FindLocks + 1;

    /// <summary>The index of the command that writes what was heard to a file.</summary>
    public const int Capture = Undo + 1;

    /// <summary>The index of the capture's length.</summary>
    public const int CaptureBars = Capture + 1;

    /// <summary>The number of parameters. Any thread.</summary>
    public static int Count => Steps.Length;

    /// <summary>How a parameter steps; null for one that does not. Any thread, no allocation.</summary>
    /// <param name="index">The parameter's index.</param>
    internal static SteppedScale? StepsOf(int index) => Steps[index];

    /// <summary>The value that a parameter can have and that is nearest to another; any thread, no allocation.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <param name="normalized">0 to 1.</param>
    internal static float Nearest(int index, float normalized) =>
        Steps[index] is { } stepped ? stepped.At(stepped.StepOf(normalized)) : normalized;

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
