using DrumSpace.Engine;
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
        _engine.KitLevel = LevelScale.Gain(Parameters.Heard(ParameterTable.KitLevel));
        _engine.Density = Parameters.Heard(ParameterTable.Density);
        _engine.Fill = Parameters.Heard(ParameterTable.Fill);
        _engine.FillInterval = (FillInterval)ParameterTable.FillPlaces.StepOf(Parameters[ParameterTable.FillInterval]);
        _engine.Variation = Parameters.Heard(ParameterTable.Variation);
        _engine.Swing = ParameterTable.SwingPercent.PercentOf(Parameters.Heard(ParameterTable.Swing)) / 100;
        _engine.GrooveVelocity = Parameters.Heard(ParameterTable.GrooveVelocity);
        _engine.GrooveTiming = Parameters.Heard(ParameterTable.GrooveTiming);
        _engine.LowVelocity = ParameterTable.Velocities.NumberOf(Parameters[ParameterTable.LowVelocity]);
        _engine.HighVelocity = ParameterTable.Velocities.NumberOf(Parameters[ParameterTable.HighVelocity]);
        _engine.Quantization = (PatternSwitch)ParameterTable.Quantizations.StepOf(Parameters[ParameterTable.Quantization]);
        _engine.PatternLength = ParameterTable.StepNumbers.NumberOf(Parameters[ParameterTable.PatternLength]);
        _engine.PatternStart = ParameterTable.StepNumbers.StepOf(Parameters[ParameterTable.PatternStart]);
        _engine.Rate = (PatternSpeed)ParameterTable.Rates.StepOf(Parameters[ParameterTable.Rate]);
        _engine.Seed = ParameterTable.Seeds.NumberOf(Parameters[ParameterTable.Seed]);
        _engine.Channel = ParameterTable.Channels.NumberOf(Parameters[ParameterTable.Channel]);
        _engine.MutedVoices = Switches(ParameterTable.FirstMute);
        _engine.SoloVoices = Switches(ParameterTable.FirstSolo);
        _engine.LockedVoices = Switches(ParameterTable.FirstLock);
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            _engine.SetChance((Voice)voice, Parameters.Heard(ParameterTable.FirstChance + voice));
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
        _engine.MorphQuarters = ParameterTable.MorphQuarters(Parameters[ParameterTable.Morph]);
        _engine.Slot = ParameterTable.Slots.StepOf(Parameters[ParameterTable.Slot]);
        _engine.IsChained = SwitchScale.IsOn(Parameters[ParameterTable.Chain]);
        for (int slot = 1; slot <= PatternSlots.SlotCount; slot++)
        {
            _engine.SetChainBars(slot, ParameterTable.ChainBars.NumberOf(Parameters[ParameterTable.FirstChainBars + slot - 1]));
        }

        int stored = ParameterTable.StoreSlots.StepOf(Parameters[ParameterTable.Store]);
        if (stored > 0)
        {
            _engine.StoreSlot(stored);
            Parameters.Set(ParameterTable.Store, 0);
            Move();
        }
    }

    private int Switches(int first)
    {
        int voices = 0;
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            voices |= (SwitchScale.IsOn(Parameters[first + voice]) ? 1 : 0) << voice;
        }

        return voices;
    }
}
