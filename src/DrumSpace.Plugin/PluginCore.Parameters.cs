using DrumSpace.Engine.Memory;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>How the parameters reach the engine. Audio thread.</summary>
public sealed partial class PluginCore
{
    private int _appliedVersion = -1;

    // Parameters rarely move, and there are many: blocks between moves cost one comparison.
    private void ApplyParameters()
    {
        _engine.AdoptMemory();
        int version = Parameters.Version;
        if (version == _appliedVersion)
        {
            return;
        }

        _appliedVersion = version;
        ParameterView values = Parameters.Current;
        _engine.Knobs = KnobsOf(values);
        _engine.KitLevel = values.Get(ParameterTable.KitLevel);
        _engine.Density = values.Get(ParameterTable.Density);
        _engine.Fill = values.Get(ParameterTable.Fill);
        _engine.FillInterval = values.Get(ParameterTable.FillInterval);
        _engine.Variation = values.Get(ParameterTable.Variation);
        _engine.Swing = values.Get(ParameterTable.Swing);
        _engine.GrooveVelocity = values.Get(ParameterTable.GrooveVelocity);
        _engine.GrooveTiming = values.Get(ParameterTable.GrooveTiming);
        _engine.LowVelocity = values.Get(ParameterTable.LowVelocity);
        _engine.HighVelocity = values.Get(ParameterTable.HighVelocity);
        _engine.Quantization = values.Get(ParameterTable.Quantization);
        _engine.PatternLength = values.Get(ParameterTable.PatternLength);
        _engine.PatternStart = values.Get(ParameterTable.PatternStart) - 1;
        _engine.Rate = values.Get(ParameterTable.Rate);
        _engine.Seed = values.Get(ParameterTable.Seed);
        _engine.Channel = values.Get(ParameterTable.Channel);
        _engine.MutedVoices = values.MaskOf(ParameterTable.Mute);
        _engine.SoloVoices = values.MaskOf(ParameterTable.Solo);
        _engine.LockedVoices = values.MaskOf(ParameterTable.Lock);
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            _engine.SetChance((Voice)voice, (float)values.Get(ParameterTable.Chance[voice]));
        }

        ApplyMelody(values);
        ApplyMemory(values);
        ApplyModel();
        ApplyForgetting();
        ApplyCommands();
        ApplyKit();
    }

    private void ApplyMemory(ParameterView values)
    {
        _engine.MorphQuarters = values.Get(ParameterTable.Morph);
        _engine.Slot = values.Get(ParameterTable.Slot);
        _engine.IsChained = values.Get(ParameterTable.Chain);
        for (int slot = 1; slot <= PatternSlots.SlotCount; slot++)
        {
            _engine.SetChainBars(slot, values.Get(ParameterTable.ChainBars[slot - 1]));
        }

        int stored = values.Get(ParameterTable.Store);
        if (stored > 0)
        {
            _engine.StoreSlot(stored);
            Parameters[ParameterTable.Store] = 0;
            Move();
        }
    }
}
