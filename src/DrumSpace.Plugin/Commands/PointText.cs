using DrumSpace.Music;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Commands;

/// <summary>The knobs, seed and variation as a line of text: <see cref="PatternPoint"/> tells its form. Main thread.</summary>
internal sealed class PointText(ParameterStore parameters, HistoryCommand history, InstanceModels models, StatusLine status)
{
    /// <summary>The line of what is set now.</summary>
    public string Write()
    {
        ParameterView values = parameters.Current;
        Knobs knobs = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            knobs[axis] = values[ParameterTable.Knobs[axis]];
        }

        int seed = ParameterTable.Seed.Range.ValueOf(values[ParameterTable.Seed]);
        return new PatternPoint(knobs, seed, values[ParameterTable.Variation]).ToString();
    }

    /// <summary>
    /// Takes a line over, as one change of the history; the knobs play then, and no slot. Where it names another model than the one that
    /// plays, the status tells.
    /// </summary>
    /// <returns>False where it is no point: nothing changed, and the status tells why.</returns>
    public bool Read(string line)
    {
        try
        {
            PatternPoint point = PatternPoint.Parse(line);
            history.Settle();
            Apply(parameters.Current, point);
            history.Settle();
            if (models.Used is { } model && !model.Manifest.Has(point))
            {
                status.Notify($"The point was made with another model than {model.Name}, which plays another beat there.");
            }

            return true;
        }
        catch (FormatException e)
        {
            status.Notify(e.Message);
            return false;
        }
    }

    private static void Apply(ParameterView values, PatternPoint point)
    {
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            values[ParameterTable.Knobs[axis]] = point.Knobs[axis];
        }

        values.Set(ParameterTable.Seed, point.Seed);
        values[ParameterTable.Variation] = point.Amount;
        values.Set(ParameterTable.Slot, 0);
    }
}
