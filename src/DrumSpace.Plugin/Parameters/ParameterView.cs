using System.Collections.Immutable;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// One program's values together with the song's, which are those that belong to no program. Who reads or writes several values through
/// one view never mixes two programs, whichever becomes current meanwhile.
/// </summary>
/// <remarks>Any thread; nothing locks, waits or allocates.</remarks>
public sealed class ParameterView
{
    private readonly ParameterStore _store;

    internal ParameterView(ParameterStore store, ParameterValues song, PluginProgram program, int number, ParameterView[] all)
    {
        _store = store;
        Song = song;
        Program = program;
        Number = number;
        All = all;
    }

    /// <summary>The program's index.</summary>
    public int Number { get; }

    /// <summary>The program.</summary>
    public PluginProgram Program { get; }

    /// <summary>The values that belong to no program.</summary>
    internal ParameterValues Song { get; }

    /// <summary>The views of all programs, this one among them. An array, because the audio thread reads it.</summary>
    internal ParameterView[] All { get; }

    /// <summary>A normalized value. Set, it is limited to 0 to 1; NaN changes nothing.</summary>
    /// <param name="parameter">The parameter.</param>
    public float this[Parameter parameter]
    {
        get => ValuesOf(parameter)[parameter];
        set
        {
            if (!float.IsNaN(value))
            {
                ValuesOf(parameter)[parameter] = Math.Clamp(value, 0, 1);
                _store.CountChange();
            }
        }
    }

    /// <summary>The value to be played: with its modulation.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="parameter">The parameter.</param>
    public T Get<T>(Parameter<T> parameter) =>
        parameter.Range.ValueOf(Math.Clamp(this[parameter] + _store.ModulationOf(parameter), 0, 1));

    /// <summary>Sets a value.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">A value of its range.</param>
    public void Set<T>(Parameter<T> parameter, T value) => this[parameter] = parameter.Range.NormalizedOf(value);

    /// <summary>The switches that are on, as bits: the first is bit 0.</summary>
    /// <param name="switches">At most 32.</param>
    public int MaskOf(ImmutableArray<Parameter<bool>> switches)
    {
        int mask = 0;
        for (int bit = 0; bit < switches.Length; bit++)
        {
            mask |= (Get(switches[bit]) ? 1 : 0) << bit;
        }

        return mask;
    }

    private ParameterValues ValuesOf(Parameter parameter) => parameter.BelongsToProgram ? Program : Song;
}
