using DrumSpace.Engine;
using DrumSpace.Plugin.Input;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Playing;

namespace DrumSpace.Plugin.Commands;

/// <summary>Maps the next controller to the parameter touched last, and drops that parameter's mappings.</summary>
internal sealed class LearnControllerCommand(ParameterStore parameters, MidiMappings mappings, TouchTracker touches) : PluginCommand
{
    private const int Touched = -1;

    // The parameter that was named; automation, which touches others, does not change it.
    private int _named = Touched;

    /// <summary>The parameter that waits for a controller; -1 for none. Any thread.</summary>
    public int Target => parameters.Get(ParameterTable.Learn) != LearnCommand.Learn ? -1
        : Volatile.Read(ref _named) is >= 0 and int named ? named : touches.Touched;

    /// <inheritdoc/>
    public override void Apply()
    {
        LearnCommand command = parameters.Get(ParameterTable.Learn);
        if (command == LearnCommand.Forget)
        {
            mappings.Unmap(touches.Touched);
            parameters[ParameterTable.Learn] = 0;
        }

        if (command != LearnCommand.Learn)
        {
            Volatile.Write(ref _named, Touched);
        }
    }

    /// <summary>Maps the next controller that moves to a parameter. Any thread; no allocation.</summary>
    /// <param name="parameter">The parameter's index, which counts as touched.</param>
    public void Learn(int parameter)
    {
        touches.Touch(parameter);
        parameters.Set(ParameterTable.Learn, LearnCommand.Learn);
        Volatile.Write(ref _named, parameter);
    }

    /// <summary>Waits for no controller any more. Any thread; no allocation.</summary>
    public void Stop() => parameters.Set(ParameterTable.Learn, default);

    /// <summary>Drops the mappings of a parameter. Any thread; no allocation.</summary>
    /// <param name="parameter">The parameter's index, which counts as touched.</param>
    public void Forget(int parameter)
    {
        touches.Touch(parameter);
        mappings.Unmap(parameter);
    }

    /// <summary>Takes a controller, and maps it if one is to be learnt. Audio thread; no allocation.</summary>
    public void Offer(in MidiEvent midi)
    {
        int target = Target;
        if (target >= 0 && MidiMappings.CanLearn(midi.Data1, midi.Data2))
        {
            mappings.Map(midi.Data1, target);
            parameters[ParameterTable.Learn] = 0;
        }
    }
}
