using DrumSpace.Engine.Memory;
using DrumSpace.Music;
using DrumSpace.Plugin.Kits;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Parameters;

public static partial class ParameterTable
{
    /// <summary>Swing in percent of a pair of steps.</summary>
    internal static readonly PercentScale SwingPercent = new(50, 75);

    /// <summary>Velocities.</summary>
    internal static readonly CountScale Velocities = new(1, 127);

    /// <summary>When a new beat takes over, in the order of <see cref="Engine.PatternSwitch"/>.</summary>
    internal static readonly ChoiceScale Quantizations = new(["now", "step", "beat", "bar", "pattern"]);

    /// <summary>Where the fill is, in the order of <see cref="Engine.FillInterval"/>.</summary>
    internal static readonly ChoiceScale FillPlaces = new(["pattern", "4 bars", "8 bars", "16 bars", "slot"]);

    /// <summary>The pattern's rate, in the order of <see cref="Engine.PatternSpeed"/>.</summary>
    internal static readonly ChoiceScale Rates = new(["half", "normal", "double"]);

    /// <summary>Steps of the pattern, counted from 1.</summary>
    internal static readonly CountScale StepNumbers = new(1, Pattern.StepCount);

    /// <summary>Seeds.</summary>
    internal static readonly CountScale Seeds = new(1, 1000);

    /// <summary>MIDI channels.</summary>
    internal static readonly CountScale Channels = new(1, 16);

    /// <summary>The knobs, and the slots by number.</summary>
    internal static readonly ChoiceScale Slots = new(["knobs", .. SlotNumbers]);

    /// <summary>Nothing, and the slots by number.</summary>
    internal static readonly ChoiceScale StoreSlots = new(["-", .. SlotNumbers]);

    /// <summary>Bars of a slot in the chain; none leaves it out.</summary>
    internal static readonly CountScale ChainBars = new(0, 16, "bars");

    /// <summary>Octaves of the keyboard by their lowest note and its number, middle C being C4.</summary>
    internal static readonly ChoiceScale Octaves = new(["off", "C-1 (0)", "C0 (12)", "C1 (24)", "C2 (36)", "C3 (48)", "C4 (60)", "C5 (72)", "C6 (84)", "C7 (96)"]);

    /// <summary>The process's models, by their place.</summary>
    internal static readonly ModelScale Models = new(static () => ModelList.Shared);

    /// <summary>Maps from voices to notes, by their place.</summary>
    internal static readonly KitScale KitMaps = new(static () => KitList.Shared);

    /// <summary>What the melody is in the music.</summary>
    internal static readonly ChoiceScale MelodyRoles = new(["bass", "lead"]);

    /// <summary>The role's own, then the families of General MIDI's instruments.</summary>
    internal static readonly ChoiceScale MelodyInstruments = new(
        ["auto", "piano", "chrom", "organ", "guitar", "bass", "strings", "ensembl", "brass", "reed", "pipe", "lead", "pad", "fx", "ethnic", "perc", "sfx"]);

    /// <summary>Tonics from C up.</summary>
    internal static readonly ChoiceScale Tonics = new(["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"]);

    /// <summary>Scales that the melody keeps to.</summary>
    internal static readonly ChoiceScale MelodyScales = new(["major", "minor", "dorian", "mixolyd", "harm mi", "pent ma", "pent mi", "blues", "chromat"]);

    /// <summary>Octaves from the role's own register.</summary>
    internal static readonly CountScale MelodyOctaves = new(-3, 3);

    /// <summary>The melody's temperature in percent of the model's own.</summary>
    internal static readonly PercentScale MelodyTemperature = new(10, 200);

    /// <summary>How long the melody's notes last, in percent of what the model gives them.</summary>
    internal static readonly PercentScale MelodyGate = new(5, 100);

    /// <summary>Whether the next controller to come is tied to the parameter touched last, or that parameter's controller forgotten.</summary>
    internal static readonly ChoiceScale LearnSteps = new(["off", "learn", "forget"]);

    /// <summary>The step of <see cref="LearnSteps"/> that waits for a controller.</summary>
    internal const int LearnStep = 1;

    /// <summary>The step of <see cref="LearnSteps"/> that unties.</summary>
    internal const int ForgetStep = 2;

    /// <summary>Whether the notes to come are taken as a beat.</summary>
    internal static readonly ChoiceScale FindSteps = new(["off", "listen"]);

    /// <summary>Back and forth through the beats that were.</summary>
    internal static readonly ChoiceScale UndoSteps = new(["-", "undo", "redo"]);

    /// <summary>How what was heard is written to a file.</summary>
    internal static readonly ChoiceScale CaptureSteps = new(["-", "1 track", "voices"]);

    private static readonly ChoiceScale CaptureLengths = new(["1", "2", "4", "8", "16", "32", "64"], "bars");
    private static readonly ChoiceScale MorphTimes = new(["0", "1/4", "1/2", "1", "2", "4", "8", "16", "32"], "beats");
    private static readonly SwitchScale Switch = new();
    private static readonly PercentScale Percent = new();

    /// <summary>
    /// All parameters by index: the coordinates of the space of beats, each in percent of the training beats that lie below it; the
    /// level of the built-in kit, which plays so that the beat is heard before anything is routed, and which can be turned off; how the
    /// beat is played; what concerns each voice; and the memory.
    /// </summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        OfProgram("z1", "Z1", Percent, 0.5f, ParameterGroup.Space),
        OfProgram("z2", "Z2", Percent, 0.5f, ParameterGroup.Space),
        OfProgram("z3", "Z3", Percent, 0.5f, ParameterGroup.Space),
        OfProgram("z4", "Z4", Percent, 0.5f, ParameterGroup.Space),
        OfMusician("kit", "Kit Vol", new LevelScale(), 0.75f, ParameterGroup.Output),
        OfProgram("density", "Density", Percent, 0.5f, ParameterGroup.Play),
        OfProgram("fill", "Fill", Percent, 0, ParameterGroup.Play),
        OfProgram("fill-at", "Fill At", FillPlaces, 0, ParameterGroup.Play),
        OfProgram("swing", "Swing", SwingPercent, 0, ParameterGroup.Play),
        OfProgram("vel-low", "Vel Low", Velocities, Velocities.Of(56), ParameterGroup.Play),
        OfProgram("vel-high", "Vel High", Velocities, Velocities.Of(120), ParameterGroup.Play),
        OfMusician("change-at", "Change At", Quantizations, Quantizations.At(1), ParameterGroup.Play),
        OfProgram("length", "Length", StepNumbers, 1, ParameterGroup.Play),
        OfProgram("start", "Start", StepNumbers, 0, ParameterGroup.Play),
        OfProgram("time", "Time", Rates, Rates.At(1), ParameterGroup.Play),
        OfProgram("seed", "Seed", Seeds, 0, ParameterGroup.Play),
        OfMusician("channel", "Channel", Channels, Channels.Of(10), ParameterGroup.Output),
        .. VoiceNames.All.Select(voice => OfProgram($"{voice.Id}-chance", $"{voice.Name} Chance", Percent, 1, ParameterGroup.Chance)),
        .. VoiceNames.All.Select(voice => OfMusician($"{voice.Id}-mute", $"{voice.Name} Mute", Switch, 0, ParameterGroup.Mute)),
        .. VoiceNames.All.Select(voice => OfMusician($"{voice.Id}-solo", $"{voice.Name} Solo", Switch, 0, ParameterGroup.Solo)),
        .. VoiceNames.All.Select(voice => OfMusician($"{voice.Id}-lock", $"{voice.Name} Lock", Switch, 0, ParameterGroup.Lock)),
        OfMusician("morph", "Morph", MorphTimes, 0, ParameterGroup.Memory),
        OfMusician("slot", "Slot", Slots, 0, ParameterGroup.Memory),
        OfMusician("store", "Store", StoreSlots, 0, ParameterGroup.Memory) with { IsAutomatable = false, IsCommand = true },
        OfMusician("chain", "Chain", Switch, 0, ParameterGroup.Memory),
        .. SlotNumbers.Select(slot => OfMusician($"slot-{slot}-bars", $"Slot {slot} Bars", ChainBars, 0, ParameterGroup.Memory)),
        OfMusician("slot-keys", "Slot Keys", Octaves, Octaves.At(3), ParameterGroup.Memory) with { IsAutomatable = false },
        OfMusician("model", "Model", Models, 0, ParameterGroup.Space),
        OfProgram("groove-vel", "Groove Vel", Percent, 0, ParameterGroup.Play),
        OfProgram("groove-time", "Groove Time", Percent, 0, ParameterGroup.Play),
        OfProgram("variation", "Variation", Percent, 0, ParameterGroup.Play),
        OfMusician("kit-map", "Kit Map", KitMaps, 0, ParameterGroup.Output),
        OfMusician("mel-on", "Mel On", Switch, 0, ParameterGroup.Melody),
        OfProgram("mel-role", "Mel Role", MelodyRoles, MelodyRoles.At(1), ParameterGroup.Melody),
        OfProgram("mel-inst", "Mel Inst", MelodyInstruments, 0, ParameterGroup.Melody),
        OfMusician("mel-key", "Mel Key", Tonics, 0, ParameterGroup.Melody),
        OfMusician("mel-scale", "Mel Scale", MelodyScales, MelodyScales.At(1), ParameterGroup.Melody),
        OfProgram("mel-octave", "Mel Octave", MelodyOctaves, MelodyOctaves.Of(0), ParameterGroup.Melody),
        OfProgram("mel-density", "Mel Density", Percent, 0.5f, ParameterGroup.Melody),
        OfProgram("mel-temp", "Mel Temp", MelodyTemperature, 0.4f, ParameterGroup.Melody),
        OfProgram("mel-follow", "Mel Follow", Percent, 0, ParameterGroup.Melody),
        OfProgram("mel-gate", "Mel Gate", MelodyGate, 0.9f, ParameterGroup.Melody),
        OfProgram("mel-seed", "Mel Seed", Seeds, 0, ParameterGroup.Melody),
        OfMusician("mel-channel", "Mel Channel", Channels, 0, ParameterGroup.Melody),
        OfMusician("mel-vol", "Mel Vol", new LevelScale(), 0.75f, ParameterGroup.Melody),
        OfMusician("thru", "MIDI Thru", Switch, 0, ParameterGroup.Control),
        OfMusician("learn", "MIDI Learn", LearnSteps, 0, ParameterGroup.Control) with { IsAutomatable = false, IsCommand = true },
        OfMusician("find", "Find Beat", FindSteps, 0, ParameterGroup.Control) with { IsAutomatable = false, IsCommand = true },
        OfMusician("find-lock", "Find Locks", Switch, 0, ParameterGroup.Control),
        OfMusician("undo", "Undo", UndoSteps, 0, ParameterGroup.Memory) with { IsAutomatable = false, IsCommand = true },
        OfMusician("capture", "Capture", CaptureSteps, 0, ParameterGroup.Control) with { IsAutomatable = false, IsCommand = true },
        OfMusician("capture-bars", "Capture Bars", CaptureLengths, CaptureLengths.At(3), ParameterGroup.Control),
    ];

    // Of its own, because the table is an interface, and the first call through one may take a lock under Native AOT.
    private static readonly SteppedScale?[] Steps = [.. All.Select(parameter => parameter.Scale as SteppedScale)];

    private static IEnumerable<string> SlotNumbers => Enumerable.Range(1, PatternSlots.SlotCount).Select(slot => $"{slot}");

    /// <summary>Quarters of a morph: none, or a power of two from 1/4 to 32.</summary>
    /// <param name="normalized">0 to 1.</param>
    internal static double MorphQuarters(float normalized)
    {
        int step = MorphTimes.StepOf(normalized);
        return step == 0 ? 0 : Math.ScaleB(1, step - 3);
    }

    /// <summary>Bars of a capture: a power of two from 1 to 64.</summary>
    /// <param name="normalized">0 to 1.</param>
    internal static int CaptureBarsOf(float normalized) => 1 << CaptureLengths.StepOf(normalized);

    private static Parameter OfProgram(string id, string name, ParameterScale scale, float normalized, ParameterGroup group) =>
        new(id, name, scale, normalized, IsAutomatable: true, BelongsToProgram: true, group);

    private static Parameter OfMusician(string id, string name, ParameterScale scale, float normalized, ParameterGroup group) =>
        new(id, name, scale, normalized, IsAutomatable: true, BelongsToProgram: false, group);
}
