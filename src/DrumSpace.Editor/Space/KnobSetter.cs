using DrumSpace.Editor.Model;
using DrumSpace.Music;

namespace DrumSpace.Editor.Space;

/// <summary>Moves the four knobs in one gesture; the knobs play afterwards, not a slot nor the path.</summary>
internal sealed class KnobSetter
{
    private readonly IEditorParameters _parameters;
    private readonly int[] _knobs;
    private readonly int _slot;
    private readonly int _path;

    /// <summary>Makes a setter.</summary>
    public KnobSetter(IEditorParameters parameters)
    {
        _parameters = parameters;
        _knobs = [.. Enumerable.Range(1, Latent.Dimensions).Select(axis => parameters.Named($"z{axis}").Index)];
        _slot = parameters.Named("slot").Index;
        _path = parameters.Named("path").Index;
    }

    /// <summary>The hand takes the knobs.</summary>
    public void Begin()
    {
        PlayKnobs();
        foreach (int knob in _knobs)
        {
            _parameters.Begin(knob);
        }
    }

    /// <summary>Has the knobs play.</summary>
    public void PlayKnobs()
    {
        SwitchOff(_slot);
        SwitchOff(_path);
    }

    /// <summary>Sets the knobs.</summary>
    public void Set(in Knobs knobs)
    {
        for (int axis = 0; axis < _knobs.Length; axis++)
        {
            if (_parameters[_knobs[axis]] != knobs[axis])
            {
                _parameters.Set(_knobs[axis], Math.Clamp(knobs[axis], 0, 1));
            }
        }
    }

    /// <summary>The hand lets the knobs go.</summary>
    public void End()
    {
        foreach (int knob in _knobs)
        {
            _parameters.End(knob);
        }
    }

    /// <summary>Goes to a place in one gesture.</summary>
    public void Go(in Knobs knobs)
    {
        Begin();
        Set(knobs);
        End();
    }

    private void SwitchOff(int parameter)
    {
        if (_parameters[parameter] != 0)
        {
            _parameters.Begin(parameter);
            _parameters.Set(parameter, 0);
            _parameters.End(parameter);
        }
    }
}
