using DrumSpace.Engine;
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
        int version = Parameters.Version;
        if (version == _appliedVersion)
        {
            return;
        }

        _appliedVersion = version;
        _engine.KitLevel = LevelScale.Gain(Parameters[ParameterTable.KitLevel]);
        _engine.Density = Parameters[ParameterTable.Density];
        _engine.Fill = Parameters[ParameterTable.Fill];
        _engine.FillPlace = (FillPlace)ParameterTable.FillPlaces.StepOf(Parameters[ParameterTable.FillPlace]);
        _engine.Swing = ParameterTable.SwingPercent.PercentOf(Parameters[ParameterTable.Swing]) / 100;
        _engine.LowVelocity = ParameterTable.Velocities.NumberOf(Parameters[ParameterTable.LowVelocity]);
        _engine.HighVelocity = ParameterTable.Velocities.NumberOf(Parameters[ParameterTable.HighVelocity]);
        _engine.Quantization = (BeatQuantization)ParameterTable.Quantizations.StepOf(Parameters[ParameterTable.Quantization]);
        _engine.PatternLength = ParameterTable.StepNumbers.NumberOf(Parameters[ParameterTable.PatternLength]);
        _engine.PatternStart = ParameterTable.StepNumbers.StepOf(Parameters[ParameterTable.PatternStart]);
        _engine.Rate = (StepRate)ParameterTable.Rates.StepOf(Parameters[ParameterTable.Rate]);
        _engine.Seed = ParameterTable.Seeds.NumberOf(Parameters[ParameterTable.Seed]);
        _engine.Channel = ParameterTable.Channels.NumberOf(Parameters[ParameterTable.Channel]);
        _engine.MutedVoices = Switches(ParameterTable.FirstMute);
        _engine.SoloVoices = Switches(ParameterTable.FirstSolo);
        _engine.LockedVoices = Switches(ParameterTable.FirstLock);
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            _engine.SetChance((Voice)voice, Parameters[ParameterTable.FirstChance + voice]);
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
