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
        _engine.Knobs = Knobs;
        _engine.KitLevel = Parameters.Get(ParameterTable.KitLevel);
        _engine.Density = Parameters.Get(ParameterTable.Density);
        _engine.Fill = Parameters.Get(ParameterTable.Fill);
        _engine.FillInterval = Parameters.Get(ParameterTable.FillInterval);
        _engine.Variation = Parameters.Get(ParameterTable.Variation);
        _engine.Swing = Parameters.Get(ParameterTable.Swing);
        _engine.GrooveVelocity = Parameters.Get(ParameterTable.GrooveVelocity);
        _engine.GrooveTiming = Parameters.Get(ParameterTable.GrooveTiming);
        _engine.LowVelocity = Parameters.Get(ParameterTable.LowVelocity);
        _engine.HighVelocity = Parameters.Get(ParameterTable.HighVelocity);
        _engine.Quantization = Parameters.Get(ParameterTable.Quantization);
        _engine.PatternLength = Parameters.Get(ParameterTable.PatternLength);
        _engine.PatternStart = Parameters.Get(ParameterTable.PatternStart) - 1;
        _engine.Rate = Parameters.Get(ParameterTable.Rate);
        _engine.Seed = Parameters.Get(ParameterTable.Seed);
        _engine.Channel = Parameters.Get(ParameterTable.Channel);
        _engine.MutedVoices = Parameters.MaskOf(ParameterTable.Mute);
        _engine.SoloVoices = Parameters.MaskOf(ParameterTable.Solo);
        _engine.LockedVoices = Parameters.MaskOf(ParameterTable.Lock);
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            _engine.SetChance((Voice)voice, (float)Parameters.Get(ParameterTable.Chance[voice]));
        }

        ApplyMelody();
        ApplyMemory();
        ApplyModel();
        ApplyForgetting();
        ApplyCommands();
        ApplyKit();
    }

    private void ApplyMemory()
    {
        _engine.MorphQuarters = Parameters.Get(ParameterTable.Morph);
        _engine.Slot = Parameters.Get(ParameterTable.Slot);
        _engine.IsChained = Parameters.Get(ParameterTable.Chain);
        for (int slot = 1; slot <= PatternSlots.SlotCount; slot++)
        {
            _engine.SetChainBars(slot, Parameters.Get(ParameterTable.ChainBars[slot - 1]));
        }

        int stored = Parameters.Get(ParameterTable.Store);
        if (stored > 0)
        {
            _engine.StoreSlot(stored);
            Parameters[ParameterTable.Store] = 0;
            Move();
        }
    }
}
