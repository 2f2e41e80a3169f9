using DrumSpace.Engine;
using DrumSpace.Plugin.Input;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Playing;

namespace DrumSpace.Plugin.Commands;

/// <summary>Maps the next controller to the parameter touched last, and drops that parameter's mappings.</summary>
internal sealed class LearnControllerCommand(ParameterStore parameters, MidiMappings mappings, TouchTracker touches) : PluginCommand
{
    /// <inheritdoc/>
    public override void Apply()
    {
        if (parameters.Get(ParameterTable.Learn) == LearnCommand.Forget)
        {
            mappings.Unmap(touches.Touched);
            parameters[ParameterTable.Learn] = 0;
        }
    }

    /// <summary>Maps the next controller that moves to a parameter. Any thread; no allocation.</summary>
    /// <param name="parameter">The parameter's index, which counts as touched.</param>
    public void Learn(int parameter)
    {
        touches.Touch(parameter);
        parameters.Set(ParameterTable.Learn, LearnCommand.Learn);
    }

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
        int touched = touches.Touched;
        bool isLearning = parameters.Get(ParameterTable.Learn) == LearnCommand.Learn;
        if (isLearning && touched >= 0 && MidiMappings.CanLearn(midi.Data1, midi.Data2))
        {
            mappings.Map(midi.Data1, touched);
            parameters[ParameterTable.Learn] = 0;
        }
    }
}
