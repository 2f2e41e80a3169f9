using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Input;

/// <summary>
/// Which parameter each controller moves, whatever its channel. A controller moves at most one parameter; a parameter may have several
/// controllers. By default the general purpose controllers 1 to 4 (16 to 19) move the four knobs, and channel volume (7) moves the kit's
/// level, which has the curve that General MIDI recommends for it. The mappings belong to the song, not to its programs.
/// </summary>
/// <remarks>
/// Lookups, <see cref="Map"/> and <see cref="Unmap"/>: any thread, the audio thread included; no allocation, lock or wait; each mapping is
/// atomic. The members of <see cref="IStateSection"/>: main thread.
/// </remarks>
internal sealed class MidiMappings : IStateSection
{
    private const int Controllers = 128;
    private const int ChannelVolume = 7;
    private const int GeneralPurpose1 = 16;
    private const int SustainPedal = 64;

    private readonly short[] _parameters = new short[Controllers];

    // By controller the ids of parameters that only a newer version knows: saved again, until the controller is mapped anew. Main thread.
    private Dictionary<int, string> _unknown = [];

    /// <summary>Creates the default mappings.</summary>
    public MidiMappings() => Reset();

    /// <inheritdoc/>
    public string Tag => "CTRL";

    /// <summary>The index of the parameter that a controller moves; -1 for none.</summary>
    /// <param name="controller">0 to 127.</param>
    public int this[int controller] => Volatile.Read(ref _parameters[controller]);

    /// <summary>Whether MIDI Learn may map a controller because of a message.</summary>
    /// <param name="controller">0 to 127.</param>
    /// <param name="value">0 to 127. Hosts release the sustain pedal when they stop, so only a pedal that goes down counts.</param>
    public static bool CanLearn(int controller, int value) => !IsReserved(controller) && (controller != SustainPedal || value >= 64);

    /// <summary>Maps a controller to a parameter and drops its previous mapping.</summary>
    /// <param name="controller">0 to 127.</param>
    /// <param name="parameter">The parameter's index; -1 for none.</param>
    public void Map(int controller, int parameter) => Volatile.Write(ref _parameters[controller], (short)parameter);

    /// <summary>Drops all mappings of a parameter.</summary>
    /// <param name="parameter">The parameter's index.</param>
    public void Unmap(int parameter)
    {
        for (int controller = 0; controller < Controllers; controller++)
        {
            if (this[controller] == parameter)
            {
                Map(controller, -1);
            }
        }
    }

    /// <summary>Whether any controller moves a parameter.</summary>
    /// <param name="parameter">The parameter's index.</param>
    public bool Has(int parameter)
    {
        int controller = 0;
        while (controller < Controllers && this[controller] != parameter)
        {
            controller++;
        }

        return controller < Controllers;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _unknown = [];
        MapAll(Default);
    }

    /// <summary>
    /// Writes u8 number of mappings, then for each, ascending, u8 controller and the parameter's id as a text. Writes nothing while all
    /// mappings are the defaults.
    /// </summary>
    public void Write(ChunkWriter writer)
    {
        int[] parameters = [.. Enumerable.Range(0, Controllers).Select(controller => this[controller])];
        if (_unknown.Count == 0 && parameters.Index().All(mapping => mapping.Item == Default(mapping.Index)))
        {
            return;
        }

        string?[] ids = [.. parameters.Index().Select(
            mapping => mapping.Item >= 0 ? ParameterTable.All[mapping.Item].Id : _unknown.GetValueOrDefault(mapping.Index))];
        writer.Write((byte)ids.Count(id => id != null));
        foreach ((int controller, string? id) in ids.Index().Where(mapping => mapping.Item != null))
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
            MapAll(controller => read[controller]);
        };
    }

    private void MapAll(Func<int, int> parameterOf)
    {
        for (int controller = 0; controller < Controllers; controller++)
        {
            Map(controller, parameterOf(controller));
        }
    }

    // Bank select, data entry, (N)RPN numbers and channel mode messages never move a parameter.
    private static bool IsReserved(int controller) => controller is 0 or 6 or 32 or 38 or (>= 96 and <= 101) || ChannelMode.Is(controller);

    private static int Default(int controller) => controller switch
    {
        ChannelVolume => ParameterTable.KitLevel.Index,
        >= GeneralPurpose1 and < GeneralPurpose1 + 4 => ParameterTable.Knobs[controller - GeneralPurpose1].Index,
        _ => -1,
    };
}
