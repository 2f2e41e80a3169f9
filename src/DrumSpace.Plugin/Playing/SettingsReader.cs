using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Playing;

/// <summary>Reads the engine's settings from the parameters, modulation included. Audio thread; no allocation.</summary>
internal static class SettingsReader
{
    // The General MIDI families that a role has unless another is chosen.
    private const int Basses = 4;
    private const int SynthLeads = 10;

    /// <summary>Reads all settings.</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="kitMap">The notes of the voices.</param>
    public static EngineSettings Read(ParameterView values, KitMap kitMap) => new()
    {
        Knobs = KnobsOf(values),
        Model = values.Get(ParameterTable.Model),
        Variation = values.Get(ParameterTable.Variation),
        Seed = values.Get(ParameterTable.Seed),
        PinnedVoices = values.MaskOf(ParameterTable.Lock),
        Slot = values.Get(ParameterTable.Slot),
        IsChained = values.Get(ParameterTable.Chain),
        ChainBars = ChainOf(values),
        Path = new PathSettings(
            values.Get(ParameterTable.Path), values.Get(ParameterTable.PathPosition), values.Get(ParameterTable.PathBars)),
        MorphQuarters = values.Get(ParameterTable.Morph),
        Switch = values.Get(ParameterTable.Quantization),
        Density = values.Get(ParameterTable.Density),
        Fill = values.Get(ParameterTable.Fill),
        FillInterval = values.Get(ParameterTable.FillInterval),
        FillNow = values.Get(ParameterTable.FillNow),
        Swing = values.Get(ParameterTable.Swing),
        GrooveVelocity = values.Get(ParameterTable.GrooveVelocity),
        GrooveTiming = values.Get(ParameterTable.GrooveTiming),
        Looseness = values.Get(ParameterTable.Looseness),
        LowVelocity = values.Get(ParameterTable.LowVelocity),
        HighVelocity = values.Get(ParameterTable.HighVelocity),
        PatternLength = values.Get(ParameterTable.PatternLength),
        PatternStart = values.Get(ParameterTable.PatternStart) - 1,
        Speed = values.Get(ParameterTable.Rate),
        Chances = ChancesOf(values),
        MutedVoices = values.MaskOf(ParameterTable.Mute),
        SoloVoices = values.MaskOf(ParameterTable.Solo),
        Channel = values.Get(ParameterTable.Channel),
        KitMap = kitMap,
        KitLevel = values.Get(ParameterTable.KitLevel),
        Melody = values.Get(ParameterTable.MelodyOn) ? MelodyOf(values) : default,
        MelodyChannel = values.Get(ParameterTable.MelodyChannel),
        MelodyGate = values.Get(ParameterTable.MelodyGate),
        MelodyLevel = values.Get(ParameterTable.MelodyLevel),
    };

    private static Knobs KnobsOf(ParameterView values)
    {
        Knobs knobs = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            knobs[axis] = (float)values.Get(ParameterTable.Knobs[axis]);
        }

        return knobs;
    }

    private static ChainBars ChainOf(ParameterView values)
    {
        ChainBars chain = default;
        for (int index = 0; index < PatternSlots.Count; index++)
        {
            chain[index] = values.Get(ParameterTable.ChainBars[index]);
        }

        return chain;
    }

    private static PerVoice ChancesOf(ParameterView values)
    {
        PerVoice chances = default;
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            chances[voice] = (float)values.Get(ParameterTable.Chance[voice]);
        }

        return chances;
    }

    private static MelodyRequest MelodyOf(ParameterView values)
    {
        MelodyRole role = values.Get(ParameterTable.MelodyRole);
        int instrument = values.Get(ParameterTable.MelodyInstrument);
        return new MelodyRequest(
            role,
            instrument >= 0 ? instrument : role == MelodyRole.Bass ? Basses : SynthLeads,
            values.Get(ParameterTable.MelodyKey),
            values.Get(ParameterTable.MelodyScale),
            values.Get(ParameterTable.MelodyOctave),
            AsShown(values.Get(ParameterTable.MelodyDensity)),
            AsShown(values.Get(ParameterTable.MelodyTemperature)),
            AsShown(values.Get(ParameterTable.MelodyFollow)),
            values.Get(ParameterTable.MelodySeed));
    }

    // In thousandths, as percents are shown: what a musician cannot see must not change the melody.
    private static double AsShown(double part) => Math.Round(part * 1000) / 1000;
}
