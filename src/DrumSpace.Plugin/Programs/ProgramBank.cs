using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Programs;

/// <summary>
/// The programs of one plugin instance and which of them is current. Moving a knob changes the current program, as musicians know it
/// from hardware: who selects another program and comes back finds it as it was left.
/// </summary>
public sealed class ProgramBank
{
    private readonly ParameterValues _values;
    private readonly PluginProgram[] _programs;
    private int _current;

    /// <summary>Makes a bank of the factory's programs and recalls the first.</summary>
    /// <param name="values">The instance's current values.</param>
    public ProgramBank(ParameterValues values)
    {
        _values = values;
        _programs = FactoryPrograms.Make();
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

    /// <summary>Takes programs as a saved state has them; those beyond become the factory's again. Main thread.</summary>
    /// <param name="programs">At most <see cref="Count"/> names, each with a value per parameter.</param>
    /// <param name="current">The current one among them; its values are not recalled, because the state has the current values too.</param>
    internal void Restore(IReadOnlyList<(string Name, float[] Values)> programs, int current)
    {
        PluginProgram[] factory = FactoryPrograms.Make();
        for (int number = 0; number < _programs.Length; number++)
        {
            bool saved = number < programs.Count;
            _programs[number].Rename(saved ? programs[number].Name : factory[number].Name);
            for (int index = 0; index < ParameterTable.Count; index++)
            {
                _programs[number][index] = saved ? programs[number].Values[index] : factory[number][index];
            }
        }

        Volatile.Write(ref _current, current);
    }
}
