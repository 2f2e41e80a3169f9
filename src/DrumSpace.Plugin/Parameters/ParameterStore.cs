using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// The values of all parameters of an instance. Every program has values of its own, and the song has those that belong to no program. So
/// the current values are those of the current program: moving a knob changes it, and selecting another replaces one reference and copies
/// nothing. A restored state brings new values for the song and all programs, and is published by the same reference.
/// </summary>
/// <remarks>
/// Any thread: hosts set parameters and select programs from the audio thread and from others, at the same time. Nothing locks or waits,
/// and only loading allocates. A modulation lies over a value without changing it: it is played, and neither saved nor shown.
/// </remarks>
public sealed class ParameterStore
{
    private readonly float[] _modulation = new float[ParameterTable.Count];
    private ParameterView _current;
    private int _version;

    /// <summary>Makes a store of one program, all values at their defaults.</summary>
    public ParameterStore() => _current = Views(new ParameterValues(), [new PluginProgram("")])[0];

    /// <summary>The current program's values and the song's. To read several values of one program, read them from one view.</summary>
    public ParameterView Current => Volatile.Read(ref _current);

    /// <summary>Changes whenever a value is set, after it is: who reads this first and the values then misses none.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>
    /// A normalized value, 0 for an index that no parameter has. Set, it is limited to 0 to 1; an index that no parameter has and NaN
    /// change nothing.
    /// </summary>
    /// <param name="index">An index of <see cref="ParameterTable.All"/>.</param>
    public float this[int index]
    {
        get => (uint)index < (uint)ParameterTable.Count ? this[ParameterTable.All[index]] : 0;
        set
        {
            if ((uint)index < (uint)ParameterTable.Count)
            {
                this[ParameterTable.All[index]] = value;
            }
        }
    }

    /// <summary>A normalized value of <see cref="Current"/>.</summary>
    /// <param name="parameter">Its parameter.</param>
    public float this[Parameter parameter]
    {
        get => Current[parameter];
        set => Current[parameter] = value;
    }

    /// <summary>A value of <see cref="Current"/> to be played: with its modulation.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="parameter">The parameter.</param>
    public T Get<T>(Parameter<T> parameter) => Current.Get(parameter);

    /// <summary>Sets a value of <see cref="Current"/>.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">A value of its range.</param>
    public void Set<T>(Parameter<T> parameter, T value) => Current.Set(parameter, value);

    /// <summary>What lies over a parameter's normalized value.</summary>
    /// <param name="parameter">The parameter.</param>
    public float ModulationOf(Parameter parameter) => Volatile.Read(ref _modulation[parameter.Index]);

    /// <summary>Lays a modulation over a value, instead of the one that lay there.</summary>
    /// <param name="index">An index of <see cref="ParameterTable.All"/>; one that no parameter has changes nothing.</param>
    /// <param name="amount">What is added; finite.</param>
    public void Modulate(int index, float amount)
    {
        if ((uint)index < (uint)_modulation.Length)
        {
            Volatile.Write(ref _modulation[index], amount);
            CountChange();
        }
    }

    /// <summary>Takes all modulations away.</summary>
    public void EndModulation()
    {
        for (int index = 0; index < _modulation.Length; index++)
        {
            Volatile.Write(ref _modulation[index], 0);
        }

        CountChange();
    }

    /// <summary>Makes another program current.</summary>
    /// <param name="number">The index of a program; another changes nothing.</param>
    internal void Select(int number)
    {
        ParameterView current = Current;
        while ((uint)number < (uint)current.All.Length && !TryReplace(ref current, current.All[number]))
        {
        }
    }

    /// <summary>Replaces all values.</summary>
    /// <param name="song">The song's; the store owns them from now on.</param>
    /// <param name="programs">The programs, at least one; the store owns them from now on.</param>
    /// <param name="number">The current one's index.</param>
    internal void Load(ParameterValues song, IReadOnlyList<PluginProgram> programs, int number)
    {
        Volatile.Write(ref _current, Views(song, programs)[number]);
        CountChange();
    }

    /// <summary>Replaces the current program.</summary>
    /// <param name="program">The program; the store owns it from now on.</param>
    /// <param name="song">The song's values, which the store owns from now on; null leaves those that are there.</param>
    internal void LoadProgram(PluginProgram program, ParameterValues? song = null)
    {
        ParameterView current = Current;
        ParameterView[] views;
        do
        {
            PluginProgram[] programs = [.. current.All.Select(view => view.Program)];
            programs[current.Number] = program;
            views = Views(song ?? current.Song, programs);
        }
        while (!TryReplace(ref current, views[current.Number]));
    }

    /// <summary>Tells readers that a value was set.</summary>
    internal void CountChange() => Interlocked.Increment(ref _version);

    private ParameterView[] Views(ParameterValues song, IReadOnlyList<PluginProgram> programs)
    {
        ParameterView[] views = new ParameterView[programs.Count];
        for (int number = 0; number < views.Length; number++)
        {
            views[number] = new ParameterView(this, song, programs[number], number, views);
        }

        return views;
    }

    // Fails where another thread was quicker, and then gives what is current now.
    private bool TryReplace(ref ParameterView current, ParameterView replacement)
    {
        ParameterView seen = Interlocked.CompareExchange(ref _current, replacement, current);
        bool isReplaced = seen == current;
        current = seen;
        CountChange();
        return isReplaced;
    }
}
