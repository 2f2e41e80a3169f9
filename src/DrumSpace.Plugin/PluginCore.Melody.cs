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
        bool isOn = Parameters.Get(ParameterTable.MelodyOn);
        MelodyRole role = Parameters.Get(ParameterTable.MelodyRole);
        _engine.IsMelodyOn = isOn;
        _engine.MelodyRole = role;
        _engine.MelodyChannel = Parameters.Get(ParameterTable.MelodyChannel);
        _engine.MelodyGate = Parameters.Get(ParameterTable.MelodyGate);
        _engine.MelodyLevel = Parameters.Get(ParameterTable.MelodyLevel);
        if (_decoding != null)
        {
            _decoding.Wish = isOn ? WishOf(role) : default;
        }
    }

    private MelodyRequest WishOf(MelodyRole role)
    {
        int instrument = Parameters.Get(ParameterTable.MelodyInstrument);
        return new MelodyRequest(
            role,
            instrument >= 0 ? instrument : role == MelodyRole.Bass ? Basses : SynthLeads,
            Parameters.Get(ParameterTable.MelodyKey),
            Parameters.Get(ParameterTable.MelodyScale),
            Parameters.Get(ParameterTable.MelodyOctave),
            Parameters.Get(ParameterTable.MelodyDensity),
            Parameters.Get(ParameterTable.MelodyTemperature),
            Parameters.Get(ParameterTable.MelodyFollow),
            Parameters.Get(ParameterTable.MelodySeed));
    }
}
