using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Formats;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Window;

/// <summary>
/// The parameters for the window. A value that is set counts at once; the host gets it as part of a gesture when it drains the queue, and
/// from nobody else: <see cref="HostParameterMirror.Hold"/>. Commands, which hosts do not automate, are no gestures.
/// </summary>
/// <remarks>The window's thread; once it has ended, the host's.</remarks>
internal sealed class EditorParameters(PluginCore core, HostParameterMirror mirror, EditQueue edits) : IEditorParameters
{
    private static readonly EditorParameter[] Declared =
    [
        .. ParameterTable.All.Select(parameter => new EditorParameter(
            parameter.Index, parameter.Id, parameter.Name, parameter.Range.Unit, parameter.Range.StepCount, parameter.Default)),
    ];

    private readonly bool[] _isHeld = new bool[ParameterTable.Count];

    /// <inheritdoc/>
    public IReadOnlyList<EditorParameter> All => Declared;

    /// <inheritdoc/>
    public int Learning => core.Learning;

    /// <inheritdoc/>
    public float this[int index] => core.Parameters[index];

    /// <inheritdoc/>
    public float ModulationOf(int index) => core.Parameters.ModulationOf(ParameterTable.All[index]);

    /// <inheritdoc/>
    public void Begin(int index)
    {
        core.Touch(ParameterTable.All[index].Index);
        if (IsGesture(index) && !_isHeld[index])
        {
            _isHeld[index] = true;
            mirror.Hold(index);
            edits.Add(new HostEdit(HostEditKind.Begin, index, 0));
        }
    }

    /// <inheritdoc/>
    public void Set(int index, float value)
    {
        ParameterRange range = ParameterTable.All[index].Range;
        float nearest = range.Nearest(Math.Clamp(value, 0, 1));
        if (float.IsNaN(value) || nearest == core.Parameters[index])
        {
            return;
        }

        // A gesture of its own where the window began none.
        bool isHeld = _isHeld[index];
        if (!isHeld)
        {
            Begin(index);
        }

        core.SetByHand(index, nearest);
        if (_isHeld[index])
        {
            edits.Add(new HostEdit(HostEditKind.Set, index, nearest));
        }

        if (!isHeld)
        {
            End(index);
        }
    }

    /// <inheritdoc/>
    public void End(int index)
    {
        if (_isHeld[index])
        {
            _isHeld[index] = false;
            edits.Add(new HostEdit(HostEditKind.End, index, 0));
        }
    }

    /// <summary>Ends all gestures, because the window closes.</summary>
    public void EndAll()
    {
        for (int index = 0; index < _isHeld.Length; index++)
        {
            End(index);
        }
    }

    /// <inheritdoc/>
    public string Format(int index, float value) => ParameterTable.All[index].Range.FormatWithUnit(value);

    /// <inheritdoc/>
    public bool TryParse(int index, string text, out float value) => ParameterTable.All[index].Range.TryParse(text, out value);

    /// <inheritdoc/>
    public IReadOnlyList<EditorOption> OptionsOf(int index)
    {
        ParameterRange range = ParameterTable.All[index].Range;
        int current = range.IsStepped ? range.StepOf(core.Parameters[index]) : -1;
        List<EditorOption> options = [];
        for (int step = 0; step < range.StepCount; step++)
        {
            string? name = index == ParameterTable.KitMap.Index && step == current ? core.KitMap.Name : range.NameOf(step);

            // A value that means nothing is an option only while it is the value.
            name ??= step == current ? range.Format(range.AtStep(step)) : null;
            if (name != null)
            {
                options.Add(new EditorOption(name, range.AtStep(step)));
            }
        }

        return options;
    }

    /// <inheritdoc/>
    public void Learn(int index) => core.LearnController(ParameterTable.All[index].Index);

    /// <inheritdoc/>
    public void StopLearning() => core.StopLearning();

    /// <inheritdoc/>
    public void Forget(int index) => core.ForgetControllers(ParameterTable.All[index].Index);

    private static bool IsGesture(int index) => !ParameterTable.All[index].IsCommand || ParameterTable.All[index].IsAutomatable;
}
