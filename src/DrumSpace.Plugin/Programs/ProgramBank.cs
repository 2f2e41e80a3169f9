using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Programs;

/// <summary>
/// The programs of one plugin instance and which of them is current. Moving a knob changes the current program, as musicians know it
/// from hardware: who selects another program and comes back finds it as it was left.
/// </summary>
/// <remarks>Main thread, but for what says otherwise.</remarks>
public sealed class ProgramBank
{
    /// <summary>The most programs: as many as MIDI can select.</summary>
    public const int MaxCount = 128;

    /// <summary>The most programs of the musician's own: what the factory's leave.</summary>
    internal static readonly int MaxOwn = MaxCount - FactoryPrograms.Make().Length;

    private readonly ParameterStore _values;
    private readonly IReadOnlyList<PluginProgram> _own;
    private PluginProgram[] _beyond = [];

    /// <summary>Makes a bank of the factory's programs and the musician's own, the first current.</summary>
    /// <param name="values">The instance's values.</param>
    /// <param name="own">
    /// The musician's own, which are copied. Where all would be more than <see cref="MaxCount"/>, the last essentials are left out first.
    /// </param>
    public ProgramBank(ParameterStore values, IReadOnlyList<PluginProgram> own)
    {
        _values = values;
        _own = own;
        values.Load(new ParameterValues(), MakeInitial(), 0);
    }

    /// <summary>The number of programs; it never changes while the library is loaded. Any thread.</summary>
    public int Count => _values.Current.All.Length;

    /// <summary>The index of the current program. Any thread.</summary>
    public int Current => _values.Current.Number;

    /// <summary>A program. Any thread.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public PluginProgram this[int index] => _values.Current.All[index].Program;

    /// <summary>Makes a program current. Any thread; no allocation, no lock.</summary>
    /// <param name="index">The program; one that does not exist changes nothing.</param>
    public void Select(int index) => _values.Select(index);

    /// <summary>What a state keeps of parameters and programs.</summary>
    /// <param name="programOnly">The current program alone.</param>
    internal PluginState Save(bool programOnly)
    {
        ParameterView current = _values.Current;
        return new PluginState
        {
            IsProgram = programOnly,
            Song = current.Song,
            Programs = programOnly ? [current.Program] : [.. current.All.Select(view => view.Program), .. _beyond],
            Current = programOnly ? 0 : current.Number,
        };
    }

    /// <summary>
    /// Takes parameters and programs over; the programs that a bank does not have become again what they were at first. Those that have no
    /// place here, because it was saved with more presets of the musician's own, are kept and saved again.
    /// </summary>
    /// <param name="state">
    /// The state, whose values the bank owns from now on. A current program that has no place here takes the last one's.
    /// </param>
    internal void Restore(PluginState state)
    {
        if (state.IsProgram)
        {
            _values.LoadProgram(state.Programs[0], state.Song);
            return;
        }

        PluginProgram[] programs = MakeInitial();
        PluginProgram[] saved = [.. state.Programs];
        int current = Math.Min(state.Current, programs.Length - 1);
        (saved[current], saved[state.Current]) = (saved[state.Current], saved[current]);
        int count = Math.Min(saved.Length, programs.Length);
        saved[..count].CopyTo(programs, 0);
        _beyond = saved[count..];
        _values.Load(state.Song, programs, current);
    }

    private PluginProgram[] MakeInitial()
    {
        IEnumerable<PluginProgram> essentials = FactoryPrograms.MakeEssentials().Take(MaxOwn - Math.Min(MaxOwn, _own.Count));
        return [.. FactoryPrograms.Make(), .. essentials, .. _own.Take(MaxOwn).Select(program => program.Copy())];
    }
}
