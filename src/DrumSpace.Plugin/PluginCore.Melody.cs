using DrumSpace.Music.Melody;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>How the melody's parameters reach the worker, which makes up the lines, and the engine, which plays them. Audio thread.</summary>
public sealed partial class PluginCore
{
    // The families of General MIDI that a role has unless another is chosen.
    private const int Basses = 4;
    private const int SynthLeads = 10;

    private void ApplyMelody(ParameterView values)
    {
        bool isOn = values.Get(ParameterTable.MelodyOn);
        MelodyRole role = values.Get(ParameterTable.MelodyRole);
        _engine.IsMelodyOn = isOn;
        _engine.MelodyRole = role;
        _engine.MelodyChannel = values.Get(ParameterTable.MelodyChannel);
        _engine.MelodyGate = values.Get(ParameterTable.MelodyGate);
        _engine.MelodyLevel = values.Get(ParameterTable.MelodyLevel);
        if (_decoding != null)
        {
            _decoding.Wish = isOn ? WishOf(role, values) : default;
        }
    }

    private static MelodyRequest WishOf(MelodyRole role, ParameterView values)
    {
        int instrument = values.Get(ParameterTable.MelodyInstrument);
        return new MelodyRequest(
            role,
            instrument >= 0 ? instrument : role == MelodyRole.Bass ? Basses : SynthLeads,
            values.Get(ParameterTable.MelodyKey),
            values.Get(ParameterTable.MelodyScale),
            values.Get(ParameterTable.MelodyOctave),
            values.Get(ParameterTable.MelodyDensity),
            values.Get(ParameterTable.MelodyTemperature),
            values.Get(ParameterTable.MelodyFollow),
            values.Get(ParameterTable.MelodySeed));
    }
}
