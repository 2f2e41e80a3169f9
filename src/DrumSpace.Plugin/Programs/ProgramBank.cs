using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Programs;

/// <summary>
/// The programs of one plugin instance and which of them is current. Moving a knob changes the current program, as musicians know it
/// from hardware: who selects another program and comes back finds it as it was left.
/// </summary>
public sealed class ProgramBank
{
    /// <summary>The most programs: as many as MIDI can select.</summary>
    public const int MaxCount = 128;

    private readonly ParameterStore _values;
    private readonly Func<PluginProgram[]> _makeInitial;
    private readonly PluginProgram[] _programs;
    private (string Name, float[] Values)[] _beyond = [];
    private int _current;

    /// <summary>Makes a bank of the factory's programs and the musician's own, and recalls the first.</summary>
    /// <param name="values">The instance's current values.</param>
    /// <param name="own">
    /// The musician's own, which are copied. Where all would be more than <see cref="MaxCount"/>, the last essentials are left out first.
    /// </param>
    public ProgramBank(ParameterStore values, IReadOnlyList<PluginProgram> own)
        : this(values, () => WithFactory(own))
    {
    }

    private ProgramBank(ParameterStore values, Func<PluginProgram[]> makeInitial)
    {
        _values = values;
        _makeInitial = makeInitial;
        _programs = makeInitial();
        _programs[0].Recall(values);
    }

    /// <summary>The number of programs; it never changes while the library is loaded.</summary>
    public int Count => _programs.Length;

    /// <summary>The index of the current program. Any thread.</summary>
    public int Current => Volatile.Read(ref _current);

    /// <summary>A program.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public PluginProgram this[int index] => _programs[index];

    /// <summary>Keeps the current values in the current program, then makes another one current. Any thread; no allocation, no lock.</summary>
    /// <param name="index">The program; one that does not exist changes nothing.</param>
    public void Select(int index)
    {
        if ((uint)index >= (uint)_programs.Length)
        {
            return;
        }

        Keep();
        Volatile.Write(ref _current, index);
        _programs[index].Recall(_values);
    }

    /// <summary>Keeps the current values in the current program, before programs are written out.</summary>
    public void Keep() => _programs[Current].Store(_values);

    /// <summary>
    /// The programs of the state taken last that have no place here, because it was saved with more presets of the musician's own: they
    /// are saved again.
    /// </summary>
    internal IReadOnlyList<(string Name, float[] Values)> Beyond => _beyond;

    /// <summary>Makes a bank of these programs alone, the first of them current.</summary>
    internal static ProgramBank Of(ParameterStore values, IEnumerable<PluginProgram> programs) =>
        new(values, () => [.. programs.Select(program => program.Copy())]);

    /// <summary>Makes a bank of the most programs that there can be, all of them of defaults.</summary>
    internal static ProgramBank Blank(ParameterStore values) =>
        Of(values, Enumerable.Repeat(new PluginProgram(""), MaxCount));

    /// <summary>Takes programs as a saved state has them; those that it does not have become again what they were. Main thread.</summary>
    /// <param name="programs">At most <see cref="MaxCount"/> names, each with a value per parameter.</param>
    /// <param name="current">
    /// The current one among them; its values are not recalled, because the state has the current values too. One that has no place here
    /// takes the last one's, which changes places with it.
    /// </param>
    internal void Restore((string Name, float[] Values)[] programs, int current)
    {
        if (current >= Count)
        {
            (programs[current], programs[Count - 1]) = (programs[Count - 1], programs[current]);
            current = Count - 1;
        }

        PluginProgram[] initial = programs.Length < Count ? _makeInitial() : [];
        for (int number = 0; number < _programs.Length; number++)
        {
            bool saved = number < programs.Length;
            _programs[number].Rename(saved ? programs[number].Name : initial[number].Name);
            for (int index = 0; index < ParameterTable.Count; index++)
            {
                _programs[number][index] = saved ? programs[number].Values[index] : initial[number][index];
            }
        }

        _beyond = programs.Length > Count ? programs[Count..] : [];
        Volatile.Write(ref _current, current);
    }

    private static PluginProgram[] WithFactory(IReadOnlyList<PluginProgram> own)
    {
        PluginProgram[] factory = FactoryPrograms.Make();
        int room = MaxCount - factory.Length;
        IEnumerable<PluginProgram> essentials = FactoryPrograms.MakeEssentials().Take(room - Math.Min(room, own.Count));
        return [.. factory, .. essentials, .. own.Take(room).Select(program => program.Copy())];
    }
}
