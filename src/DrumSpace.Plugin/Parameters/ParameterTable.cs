using System.Collections.Immutable;
using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Plugin.Kits;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// Every parameter, declared once, in the order of its index. Hosts store automation by index and by name: a parameter never moves, never
/// changes its name and is never removed, and a choice never changes its place; new parameters are appended.
/// </summary>
public static class ParameterTable
{
    private static readonly ImmutableArray<Parameter>.Builder Declared = ImmutableArray.CreateBuilder<Parameter>();
    private static readonly PercentRange Percent = new();
    private static readonly SwitchRange Switch = new();
    private static readonly LevelRange Level = new();
    private static readonly IntRange Velocity = new(1, 127);
    private static readonly IntRange StepNumber = new(1, Pattern.StepCount);
    private static readonly IntRange SeedNumber = new(1, PatternPoint.MaxSeed);
    private static readonly IntRange ChannelNumber = new(1, 16);
    private static readonly ChoiceRange<int> PowersOfTwo = new(["1", "2", "4", "8", "16", "32", "64"], [1, 2, 4, 8, 16, 32, 64], "bars");
    private static readonly string[] PitchClasses = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
    private static readonly IReadOnlyList<int> SlotNumbers = [.. Enumerable.Range(1, PatternSlots.Count)];
    private static readonly IReadOnlyList<string> SlotNames = [.. SlotNumbers.Select(slot => $"{slot}")];

    /// <summary>The coordinates of the space of beats, each as the share of the training beats that lie below it.</summary>
    public static readonly ImmutableArray<Parameter<double>> Knobs =
        [.. Enumerable.Range(1, Latent.Dimensions).Select(axis => OfProgram($"z{axis}", $"Z{axis}", Percent, 0.5, ParameterGroup.Space))];

    /// <summary>The gain of the built-in kit. It is up at first, so that the beat is heard before anything is routed.</summary>
    public static readonly Parameter<float> KitLevel = OfSong("kit", "Kit Vol", Level, 0.5625f, ParameterGroup.Output);

    /// <summary>How many hits of the beat are played; in the middle the model's own.</summary>
    public static readonly Parameter<double> Density = OfProgram("density", "Density", Percent, 0.5, ParameterGroup.Play);

    /// <summary>How much of its bar the fill takes, or how dense it gets where the model has no fills.</summary>
    public static readonly Parameter<double> Fill = OfProgram("fill", "Fill", Percent, 0, ParameterGroup.Play);

    /// <summary>Where the fill is.</summary>
    public static readonly Parameter<FillInterval> FillInterval = OfProgram(
        "fill-at", "Fill At", Choice<FillInterval>("pattern", "4 bars", "8 bars", "16 bars", "slot"), default, ParameterGroup.Play);

    /// <summary>The first step's share of a pair of steps.</summary>
    public static readonly Parameter<double> Swing = OfProgram("swing", "Swing", new PercentRange(50, 75), 0.5, ParameterGroup.Play);

    /// <summary>The velocity of the softest hit.</summary>
    public static readonly Parameter<int> LowVelocity = OfProgram("vel-low", "Vel Low", Velocity, 56, ParameterGroup.Play);

    /// <summary>The velocity of the hardest hit.</summary>
    public static readonly Parameter<int> HighVelocity = OfProgram("vel-high", "Vel High", Velocity, 120, ParameterGroup.Play);

    /// <summary>When a new beat takes over.</summary>
    public static readonly Parameter<PatternSwitch> Quantization = OfSong(
        "change-at", "Change At", Choice<PatternSwitch>("now", "step", "beat", "bar", "pattern"), PatternSwitch.Step, ParameterGroup.Play);

    /// <summary>How many steps of the pattern are played.</summary>
    public static readonly Parameter<int> PatternLength = OfProgram("length", "Length", StepNumber, Pattern.StepCount, ParameterGroup.Play);

    /// <summary>The first step of the pattern that is played, counted from 1.</summary>
    public static readonly Parameter<int> PatternStart = OfProgram("start", "Start", StepNumber, 1, ParameterGroup.Play);

    /// <summary>How fast the pattern runs.</summary>
    public static readonly Parameter<PatternSpeed> Rate =
        OfProgram("time", "Time", Choice<PatternSpeed>("half", "normal", "double"), PatternSpeed.Normal, ParameterGroup.Play);

    /// <summary>The seed of variation, looseness and chance.</summary>
    public static readonly Parameter<int> Seed = OfProgram("seed", "Seed", SeedNumber, 1, ParameterGroup.Play);

    /// <summary>The MIDI channel of the drums, counted from 1.</summary>
    public static readonly Parameter<int> Channel = OfSong("channel", "Channel", ChannelNumber, 10, ParameterGroup.Output);

    /// <summary>How likely each voice's hits are played.</summary>
    public static readonly ImmutableArray<Parameter<double>> Chance =
        PerVoice((id, name) => OfProgram($"{id}-chance", $"{name} Chance", Percent, 1, ParameterGroup.Chance));

    /// <summary>Which voices are not played.</summary>
    public static readonly ImmutableArray<Parameter<bool>> Mute =
        PerVoice((id, name) => OfSong($"{id}-mute", $"{name} Mute", Switch, false, ParameterGroup.Mute));

    /// <summary>Which voices alone are played.</summary>
    public static readonly ImmutableArray<Parameter<bool>> Solo =
        PerVoice((id, name) => OfSong($"{id}-solo", $"{name} Solo", Switch, false, ParameterGroup.Solo));

    /// <summary>Which voices keep their rows.</summary>
    public static readonly ImmutableArray<Parameter<bool>> Lock =
        PerVoice((id, name) => OfSong($"{id}-lock", $"{name} Lock", Switch, false, ParameterGroup.Lock));

    /// <summary>How many quarters the way to another slot takes: none, or a power of two from 1/4 to 32.</summary>
    public static readonly Parameter<double> Morph = OfSong(
        "morph",
        "Morph",
        new ChoiceRange<double>(["0", "1/4", "1/2", "1", "2", "4", "8", "16", "32"], [0, 0.25, 0.5, 1, 2, 4, 8, 16, 32], "beats"),
        0,
        ParameterGroup.Memory);

    /// <summary>The slot that plays, from 1; 0 for the knobs.</summary>
    public static readonly Parameter<int> Slot =
        OfSong("slot", "Slot", new ChoiceRange<int>(["knobs", .. SlotNames], [0, .. SlotNumbers]), 0, ParameterGroup.Memory);

    /// <summary>The command that stores a slot, from 1; 0 for none.</summary>
    public static readonly Parameter<int> Store =
        Command("store", "Store", new ChoiceRange<int>(["-", .. SlotNames], [0, .. SlotNumbers]), 0, ParameterGroup.Memory);

    /// <summary>Whether the slots follow each other by song position.</summary>
    public static readonly Parameter<bool> Chain = OfSong("chain", "Chain", Switch, false, ParameterGroup.Memory);

    /// <summary>How many bars each slot has in the chain; 0 leaves it out.</summary>
    public static readonly ImmutableArray<Parameter<int>> ChainBars =
        [.. SlotNames.Select(
            slot => OfSong($"slot-{slot}-bars", $"Slot {slot} Bars", new IntRange(0, 16, "bars"), 0, ParameterGroup.Memory))];

    /// <summary>The lowest note of the keyboard's octave that chooses slots, middle C being C4; -1 for none.</summary>
    public static readonly Parameter<int> SlotKeys = Declare(
        "slot-keys",
        "Slot Keys",
        new ChoiceRange<int>(
            ["off", "C-1 (0)", "C0 (12)", "C1 (24)", "C2 (36)", "C3 (48)", "C4 (60)", "C5 (72)", "C6 (84)", "C7 (96)"],
            [-1, 0, 12, 24, 36, 48, 60, 72, 84, 96]),
        24,
        ParameterRole.Setup,
        ParameterGroup.Memory);

    /// <summary>The model, by its index in the process's list.</summary>
    public static readonly Parameter<int> Model = OfSong(
        "model",
        "Model",
        new ListRange(ModelList.MaxCount, index => ModelList.Shared[index]?.Text, index => ModelList.Shared[index]?.Name),
        0,
        ParameterGroup.Space);

    /// <summary>How far velocities go to the learnt drummer's.</summary>
    public static readonly Parameter<double> GrooveVelocity = OfProgram("groove-vel", "Groove Vel", Percent, 0, ParameterGroup.Play);

    /// <summary>How far hits leave the grid by the learnt timing.</summary>
    public static readonly Parameter<double> GrooveTiming = OfProgram("groove-time", "Groove Time", Percent, 0, ParameterGroup.Play);

    /// <summary>How far the beat strays from the model's own, by the seed.</summary>
    public static readonly Parameter<double> Variation = OfProgram("variation", "Variation", Percent, 0, ParameterGroup.Play);

    /// <summary>The map from voices to notes, by its index in the process's list.</summary>
    public static readonly Parameter<int> KitMap = OfSong(
        "kit-map",
        "Kit Map",
        new ListRange(KitList.Capacity, index => KitList.Shared.TextOf(index), index => KitList.Shared[index]?.Name),
        0,
        ParameterGroup.Output);

    /// <summary>Whether the melody plays.</summary>
    public static readonly Parameter<bool> MelodyOn = OfSong("mel-on", "Mel On", Switch, false, ParameterGroup.Melody);

    /// <summary>What the melody is in the music.</summary>
    public static readonly Parameter<MelodyRole> MelodyRole = OfProgram(
        "mel-role",
        "Mel Role",
        new ChoiceRange<MelodyRole>(["bass", "lead"], [Music.Melody.MelodyRole.Bass, Music.Melody.MelodyRole.Lead]),
        Music.Melody.MelodyRole.Lead,
        ParameterGroup.Melody);

    /// <summary>The family of General MIDI's instruments that the melody is thought for, from 0; -1 for the role's own.</summary>
    public static readonly Parameter<int> MelodyInstrument = OfProgram(
        "mel-inst",
        "Mel Inst",
        new ChoiceRange<int>(
            [
                "auto", "piano", "chrom", "organ", "guitar", "bass", "strings", "ensembl", "brass", "reed", "pipe", "lead", "pad", "fx",
                "ethnic", "perc", "sfx",
            ],
            [.. Enumerable.Range(-1, 17)]),
        -1,
        ParameterGroup.Melody);

    /// <summary>The melody's tonic in semitones above C.</summary>
    public static readonly Parameter<int> MelodyKey = OfSong(
        "mel-key",
        "Mel Key",
        new ChoiceRange<int>(PitchClasses, [.. Enumerable.Range(0, 12)]),
        0,
        ParameterGroup.Melody);

    /// <summary>The scale that the melody keeps to.</summary>
    public static readonly Parameter<MelodyScale> MelodyScale = OfSong(
        "mel-scale",
        "Mel Scale",
        Choice<MelodyScale>("major", "minor", "dorian", "mixolyd", "harm mi", "pent ma", "pent mi", "blues", "chromat"),
        Music.Melody.MelodyScale.Minor,
        ParameterGroup.Melody);

    /// <summary>The melody's octave, from the role's own register.</summary>
    public static readonly Parameter<int> MelodyOctave =
        OfProgram("mel-octave", "Mel Octave", new IntRange(-3, 3), 0, ParameterGroup.Melody);

    /// <summary>How many notes the melody has.</summary>
    public static readonly Parameter<double> MelodyDensity = OfProgram("mel-density", "Mel Density", Percent, 0.5, ParameterGroup.Melody);

    /// <summary>The melody's temperature, 1 for the model's own.</summary>
    public static readonly Parameter<double> MelodyTemperature =
        OfProgram("mel-temp", "Mel Temp", new PercentRange(10, 200), 0.86, ParameterGroup.Melody);

    /// <summary>How closely the melody follows the kick.</summary>
    public static readonly Parameter<double> MelodyFollow = OfProgram("mel-follow", "Mel Follow", Percent, 0, ParameterGroup.Melody);

    /// <summary>How long the melody's notes last, as a share of what the model gives them.</summary>
    public static readonly Parameter<double> MelodyGate =
        OfProgram("mel-gate", "Mel Gate", new PercentRange(5, 100), 0.905, ParameterGroup.Melody);

    /// <summary>The melody's seed.</summary>
    public static readonly Parameter<int> MelodySeed = OfProgram("mel-seed", "Mel Seed", SeedNumber, 1, ParameterGroup.Melody);

    /// <summary>The MIDI channel of the melody, counted from 1.</summary>
    public static readonly Parameter<int> MelodyChannel = OfSong("mel-channel", "Mel Channel", ChannelNumber, 1, ParameterGroup.Melody);

    /// <summary>The gain of the melody's own voice.</summary>
    public static readonly Parameter<float> MelodyLevel = OfSong("mel-vol", "Mel Vol", Level, 0.5625f, ParameterGroup.Melody);

    /// <summary>Whether incoming MIDI is passed on.</summary>
    public static readonly Parameter<bool> Thru = OfSong("thru", "MIDI Thru", Switch, false, ParameterGroup.Control);

    /// <summary>The command that maps controllers to parameters.</summary>
    public static readonly Parameter<LearnCommand> Learn =
        Command("learn", "MIDI Learn", Choice<LearnCommand>("off", "learn", "forget"), default, ParameterGroup.Control);

    /// <summary>The command that listens for a beat.</summary>
    public static readonly Parameter<bool> Find =
        Command("find", "Find Beat", new ChoiceRange<bool>(["off", "listen"], [false, true]), false, ParameterGroup.Control);

    /// <summary>Whether the voices of a found beat are locked.</summary>
    public static readonly Parameter<bool> FindLocks = OfSong("find-lock", "Find Locks", Switch, false, ParameterGroup.Control);

    /// <summary>The command that goes back and forth through the history.</summary>
    public static readonly Parameter<UndoCommand> Undo =
        Command("undo", "Undo", Choice<UndoCommand>("-", "undo", "redo"), default, ParameterGroup.Memory);

    /// <summary>The command that writes what was heard to a file.</summary>
    public static readonly Parameter<CaptureCommand> Capture =
        Command("capture", "Capture", Choice<CaptureCommand>("-", "1 track", "voices"), default, ParameterGroup.Control);

    /// <summary>How many bars a capture has: a power of two from 1 to 64.</summary>
    public static readonly Parameter<int> CaptureBars = OfSong(
        "capture-bars",
        "Capture Bars",
        PowersOfTwo,
        8,
        ParameterGroup.Control);

    /// <summary>Whether the slot keys choose slots. A state without it is from before it was there: see <see cref="StateChunk"/>.</summary>
    public static readonly Parameter<bool> SlotKeysOn =
        Declare("slot-keys-on", "Slot Keys On", Switch, false, ParameterRole.Setup, ParameterGroup.Memory);

    /// <summary>The MIDI channel of the keys that the plugin acts on, counted from 1; 0 for any.</summary>
    public static readonly Parameter<int> KeysChannel = Declare(
        "keys-channel",
        "Keys Channel",
        new ChoiceRange<int>(["any", .. Enumerable.Range(1, 16).Select(channel => $"{channel}")], [.. Enumerable.Range(0, 17)]),
        0,
        ParameterRole.Setup,
        ParameterGroup.Control);

    /// <summary>Plays a fill from now to the end of the bar, and as long as it is on.</summary>
    public static readonly Parameter<bool> FillNow =
        Declare("fill-now", "Fill Now", Switch, false, ParameterRole.Held, ParameterGroup.Play);

    /// <summary>The note that is <see cref="FillNow"/> while its key is down, middle C being C4; -1 for none.</summary>
    public static readonly Parameter<int> FillKey = Declare(
        "fill-key",
        "Fill Key",
        new ChoiceRange<int>(["off", .. Enumerable.Range(0, 128).Select(NoteText)], [.. Enumerable.Range(-1, 129)]),
        -1,
        ParameterRole.Setup,
        ParameterGroup.Control);

    /// <summary>Whether the song's path plays in place of the knobs.</summary>
    public static readonly Parameter<PathMode> Path =
        OfSong("path", "Path", Choice<PathMode>("off", "by hand", "plays"), default, ParameterGroup.Space);

    /// <summary>The place on the path, or where it begins, as a part of its length.</summary>
    public static readonly Parameter<double> PathPosition = OfSong("path-pos", "Path Pos", Percent, 0, ParameterGroup.Space);

    /// <summary>In how many bars the path is passed: a power of two from 1 to 64.</summary>
    public static readonly Parameter<int> PathBars = OfSong("path-bars", "Path Bars", PowersOfTwo, 8, ParameterGroup.Space);

    /// <summary>How loosely the learnt drummer plays, by the seed.</summary>
    public static readonly Parameter<double> Looseness = OfProgram("looseness", "Looseness", Percent, 0, ParameterGroup.Play);

    /// <summary>
    /// All parameters by index. It stands after the last declaration, because static fields are initialized in textual order.
    /// </summary>
    public static ImmutableArray<Parameter> All { get; } = Declared.ToImmutable();

    /// <summary>The number of parameters.</summary>
    public static int Count => All.Length;

    /// <summary>The highest seed; the lowest is 1.</summary>
    internal static int MaxSeed => SeedNumber.StepCount;

    /// <summary>A parameter by its id.</summary>
    /// <param name="id">For example "z1".</param>
    /// <returns>Null when no parameter has this id.</returns>
    public static Parameter? OfId(string id) => All.FirstOrDefault(parameter => parameter.Id == id);

    // "36 C2": middle C is C4.
    private static string NoteText(int note) => $"{note} {PitchClasses[note % 12]}{note / 12 - 1}";

    private static ImmutableArray<Parameter<T>> PerVoice<T>(Func<string, string, Parameter<T>> declare) =>
        [.. VoiceNames.All.Select(voice => declare(voice.Id, voice.Name))];

    private static ChoiceRange<T> Choice<T>(params IReadOnlyList<string> names)
        where T : struct, Enum => new(names, Enum.GetValues<T>());

    private static Parameter<T> OfProgram<T>(string id, string name, ParameterRange<T> range, T value, ParameterGroup group) =>
        Declare(id, name, range, value, ParameterRole.Program, group);

    private static Parameter<T> OfSong<T>(string id, string name, ParameterRange<T> range, T value, ParameterGroup group) =>
        Declare(id, name, range, value, ParameterRole.Song, group);

    private static Parameter<T> Command<T>(string id, string name, ParameterRange<T> range, T value, ParameterGroup group) =>
        Declare(id, name, range, value, ParameterRole.Command, group);

    private static Parameter<T> Declare<T>(
        string id, string name, ParameterRange<T> range, T value, ParameterRole role, ParameterGroup group)
    {
        Parameter<T> parameter = new(Declared.Count, id, name, range, value, role, group);
        Declared.Add(parameter);
        return parameter;
    }
}
