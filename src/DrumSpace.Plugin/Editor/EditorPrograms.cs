using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Window;

/// <summary>The programs for the window.</summary>
/// <remarks>The window's thread.</remarks>
internal sealed class EditorPrograms(
    PluginCore core, ProgramStars stars, EditQueue edits, Action commandDone, TimeProvider clock) : IEditorPrograms
{
    // The current program's coordinates are its knobs. While those move, the list would be made anew with every frame.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(0.5);

    private EditorProgram[] _all = [];
    private IReadOnlySet<string>? _starred;
    private Knobs _knobs;
    private long _movedAt;

    /// <inheritdoc/>
    public IReadOnlyList<EditorProgram> All
    {
        get
        {
            Refresh();
            return _all;
        }
    }

    /// <inheritdoc/>
    public int Current => core.Programs.Current;

    /// <inheritdoc/>
    public void Select(int number)
    {
        core.Programs.Select(number);
        edits.Post(commandDone);
    }

    /// <inheritdoc/>
    public void SetStar(int number, bool isStarred)
    {
        if ((uint)number < (uint)core.Programs.Count)
        {
            stars.Set(core.Programs[number].Name, isStarred);
        }
    }

    /// <inheritdoc/>
    public void Save(string name)
    {
        // Presets belong to the main thread.
        edits.Post(() => core.SavePreset(PresetFolder.User, name));
    }

    private static Knobs KnobsOf(ParameterView values)
    {
        Knobs knobs = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            knobs[axis] = values[ParameterTable.Knobs[axis]];
        }

        return knobs;
    }

    private static bool AreSame(in Knobs one, in Knobs other) => ((ReadOnlySpan<float>)one).SequenceEqual(other);

    private void Refresh()
    {
        ParameterView current = core.Parameters.Current;
        ParameterView[] views = current.All;
        IReadOnlySet<string> starred = stars.Names;
        bool hasRested = HasRested(current);
        EditorProgram[]? changed = _all.Length == views.Length ? null : new EditorProgram[views.Length];
        for (int number = 0; number < views.Length; number++)
        {
            PluginProgram program = views[number].Program;
            EditorProgram? known = number < _all.Length ? _all[number] : null;
            bool isStarred = known != null && starred == _starred && known.Name == program.Name
                ? known.IsStarred
                : starred.Contains(program.Name);
            Knobs knobs = known != null && number == current.Number && !hasRested ? known.Knobs : KnobsOf(views[number]);
            if (known != null && known.Name == program.Name && known.IsStarred == isStarred && AreSame(known.Knobs, knobs))
            {
                changed?[number] = known;
                continue;
            }

            changed ??= [.. _all];
            changed[number] = new EditorProgram(number, program.Name, ProgramGenres.Of(program), knobs, isStarred);
        }

        _starred = starred;
        _all = changed ?? _all;
    }

    private bool HasRested(ParameterView current)
    {
        Knobs knobs = KnobsOf(current);
        if (!AreSame(knobs, _knobs))
        {
            _knobs = knobs;
            _movedAt = clock.GetTimestamp();
        }

        return clock.GetElapsedTime(_movedAt) >= Rest;
    }
}
