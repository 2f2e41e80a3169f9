using DrumSpace.Music.Melody;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>How the melody's parameters reach the worker, which makes up the lines, and the engine, which plays them. Audio thread.</summary>
public sealed partial class PluginCore
{
    // The families of General MIDI that a role has unless another is chosen.
    private const int Basses = 4;
    private const int SynthLeads = 10;

    private void ApplyMelody()
    {
        bool isOn = SwitchScale.IsOn(Parameters[ParameterTable.MelodyOn]);
        MelodyRole role = ParameterTable.MelodyRoles.StepOf(Parameters[ParameterTable.MelodyRole]) == 0 ? MelodyRole.Bass : MelodyRole.Lead;
        _engine.IsMelodyOn = isOn;
        _engine.MelodyRole = role;
        _engine.MelodyChannel = ParameterTable.Channels.NumberOf(Parameters[ParameterTable.MelodyChannel]);
        _engine.MelodyGate = ParameterTable.MelodyGate.PercentOf(Parameters.Heard(ParameterTable.MelodyGateLength)) / 100;
        _engine.MelodyLevel = LevelScale.Gain(Parameters.Heard(ParameterTable.MelodyLevel));
        if (_decoding != null)
        {
            _decoding.Wish = isOn ? WishOf(role) : default;
        }
    }

    private MelodyRequest WishOf(MelodyRole role)
    {
        int instrument = ParameterTable.MelodyInstruments.StepOf(Parameters[ParameterTable.MelodyInstrument]);
        return new MelodyRequest(
            role,
            instrument > 0 ? instrument - 1 : role == MelodyRole.Bass ? Basses : SynthLeads,
            ParameterTable.Tonics.StepOf(Parameters[ParameterTable.MelodyKey]),
            (MelodyScale)ParameterTable.MelodyScales.StepOf(Parameters[ParameterTable.MelodyScale]),
            ParameterTable.MelodyOctaves.NumberOf(Parameters[ParameterTable.MelodyOctave]),
            Parameters.Heard(ParameterTable.MelodyDensity),
            ParameterTable.MelodyTemperature.PercentOf(Parameters.Heard(ParameterTable.MelodyHeat)) / 100,
            Parameters.Heard(ParameterTable.MelodyFollow),
            ParameterTable.Seeds.NumberOf(Parameters[ParameterTable.MelodySeed]));
    }
}
