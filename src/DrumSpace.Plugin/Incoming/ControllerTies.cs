using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Incoming;

/// <summary>
/// Which controller moves which parameter, on whatever channel it comes. A controller moves one parameter at most; a parameter may have
/// several controllers. Before anybody learnt anything, the general purpose controllers 1 to 4 (16 to 19) move the knobs of the space of
/// beats, and the channel volume (7) the kit's level, whose curve is the one that General MIDI recommends for it. The ties belong to the
/// song, not to its programs.
/// </summary>
/// <remarks>Any thread; each tie is atomic. What the audio thread calls neither allocates, locks nor waits.</remarks>
internal sealed class ControllerTies : IStateSection
{
    private const int Controllers = 128;
    private const int ChannelVolume = 7;
    private const int GeneralPurpose1 = 16;

    private readonly short[] _parameters = new short[Controllers];

    // By controller the ids of parameters that only a newer version knows: saved again, until the controller is tied anew. Main thread.
    private Dictionary<int, string> _unknown = [];

    /// <summary>Makes the ties that are there before anybody learnt anything.</summary>
    public ControllerTies() => Reset();

    /// <inheritdoc/>
    public string Tag => "CTRL";

    /// <summary>The index of the parameter that a controller moves; -1 for none.</summary>
    /// <param name="controller">0 to 127.</param>
    public int this[int controller] => Volatile.Read(ref _parameters[controller]);

    /// <summary>Whether a message may tie a controller.</summary>
    /// <param name="controller">0 to 127.</param>
    /// <param name="value">0 to 127. Hosts let go of the sustain pedal (64) when they stop: only a pedal that goes down is meant.</param>
    public static bool CanLearn(int controller, int value) => !IsReserved(controller) && (controller != 64 || value >= 64);

    /// <summary>Ties a controller to a parameter instead of to what it moved before.</summary>
    /// <param name="controller">0 to 127.</param>
    /// <param name="parameter">The parameter's index.</param>
    public void Tie(int controller, int parameter) => Volatile.Write(ref _parameters[controller], (short)parameter);

    /// <summary>Unties all controllers of a parameter.</summary>
    /// <param name="parameter">The parameter's index.</param>
    public void Forget(int parameter)
    {
        for (int controller = 0; controller < Controllers; controller++)
        {
            if (this[controller] == parameter)
            {
                Tie(controller, -1);
            }
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _unknown = [];
        for (int controller = 0; controller < Controllers; controller++)
        {
            Tie(controller, Default(controller));
        }
    }

    /// <summary>
    /// Writes u8 number of ties, then per tie u8 controller, ascending, and the parameter's id as a text. Nothing while the ties are those
    /// that are there before anybody learnt anything.
    /// </summary>
    public void Write(ChunkWriter writer)
    {
        int[] parameters = [.. Enumerable.Range(0, Controllers).Select(controller => this[controller])];
        if (_unknown.Count == 0 && parameters.Index().All(tie => tie.Item == Default(tie.Index)))
        {
            return;
        }

        string?[] ids = [.. parameters.Index().Select(tie => tie.Item >= 0 ? ParameterTable.All[tie.Item].Id : _unknown.GetValueOrDefault(tie.Index))];
        writer.Write((byte)ids.Count(id => id != null));
        foreach ((int controller, string? id) in ids.Index().Where(tie => tie.Item != null))
        {
            writer.Write((byte)controller);
            writer.WriteText(id!);
        }
    }

    /// <inheritdoc/>
    public Action Read(ref ChunkReader reader)
    {
        int count = reader.ReadByte("the number of controllers");
        short[] read = new short[Controllers];
        Array.Fill(read, (short)-1);
        Dictionary<int, string> unknown = [];
        for (int number = 0; number < count; number++)
        {
            int start = reader.Offset;
            int controller = reader.ReadByte("a controller");
            string id = reader.ReadText(byte.MaxValue, "a controller's parameter");
            Parameter? parameter = ParameterTable.OfId(id);
            if (IsReserved(controller) || read[controller] >= 0 || !unknown.TryAdd(controller, id))
            {
                throw new StateFormatException(start, $"controller {controller} cannot move parameter {id}.");
            }

            if (parameter != null)
            {
                unknown.Remove(controller);
                read[controller] = (short)parameter.Index;
            }
        }

        return () =>
        {
            _unknown = unknown;
            for (int controller = 0; controller < Controllers; controller++)
            {
                Tie(controller, read[controller]);
            }
        };
    }

    // Those that choose banks and parameter numbers or give their values, and those that switch a channel's mode: never a knob.
    private static bool IsReserved(int controller) => controller is 0 or 6 or 32 or 38 or (>= 96 and <= 101) or >= 120;

    private static int Default(int controller) => controller switch
    {
        ChannelVolume => ParameterTable.KitLevel.Index,
        >= GeneralPurpose1 and < GeneralPurpose1 + 4 => ParameterTable.Knobs[controller - GeneralPurpose1].Index,
        _ => -1,
    };
}
