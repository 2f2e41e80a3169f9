using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>
/// A control of a parameter. The wheel and the arrow keys move it by a hundredth or a step, with shift by a tenth of that; a double click
/// and Delete set the default; the right button and the menu key open its menu; Enter takes a typed value.
/// </summary>
internal abstract class ParameterWidget : Widget
{
    private const double Step = 0.01;
    private const double FineStep = 0.001;
    private const double CoarseStep = 0.1;

    private static readonly WidgetAction[] ValueActions = [WidgetAction.Edit, WidgetAction.Default, WidgetAction.Menu];

    private readonly string _name;
    private float _shown = float.NaN;
    private string _text = "";
    private bool _wasLearning;

    /// <summary>Makes a control.</summary>
    /// <param name="host">The window.</param>
    /// <param name="id">The parameter's id.</param>
    /// <param name="name">What it is called here; null for the parameter's own name.</param>
    /// <exception cref="ArgumentException">No parameter has this id.</exception>
    protected ParameterWidget(IWidgetHost host, string id, string? name = null)
    {
        Host = host;
        Parameter = host.Model.Parameters.Named(id);
        _name = name ?? Parameter.Name;
    }

    /// <inheritdoc/>
    public override string Name => _name;

    /// <inheritdoc/>
    public override string Value => Host.Model.Parameters.Format(Parameter.Index, Current);

    /// <inheritdoc/>
    public override string Range => Parameter.StepCount is > 0 and <= 20
        ? string.Join(" | ", Host.Model.Parameters.OptionsOf(Parameter.Index).Select(option => option.Text))
        : $"{Host.Model.Parameters.Format(Parameter.Index, 0)} to {Host.Model.Parameters.Format(Parameter.Index, 1)}";

    /// <inheritdoc/>
    public override ControlNumber? Number => Parameter.StepCount > 0
        ? new ControlNumber(Parameter.StepOf(Current), 0, Parameter.StepCount - 1, 1)
        : new ControlNumber(Current, 0, 1, Step);

    /// <inheritdoc/>
    public override IReadOnlyList<WidgetAction> Actions => ValueActions;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <summary>The parameter.</summary>
    public EditorParameter Parameter { get; }

    /// <summary>Its normalized value.</summary>
    public float Current => Host.Model.Parameters[Parameter.Index];

    /// <summary>The window.</summary>
    protected IWidgetHost Host { get; }

    /// <summary>Its value as a text; made anew when the value changed.</summary>
    protected string Text => _text;

    /// <summary>Whether it waits for a controller.</summary>
    protected bool IsLearning => Host.Model.Parameters.Learning == Parameter.Index;

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        float value = Current;
        bool isLearning = IsLearning;
        if (value == _shown && isLearning == _wasLearning)
        {
            return false;
        }

        (_shown, _wasLearning) = (value, isLearning);
        _text = isLearning ? "move a controller" : Value;
        return true;
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (hand.Button == PointerButton.Right)
        {
            OpenMenu();
        }
        else if (hand is { Button: PointerButton.Left, Clicks: 2 })
        {
            Set(Parameter.Default);
        }
    }

    /// <inheritdoc/>
    public override bool Scroll(in Hand hand, double notches)
    {
        Nudge(notches, hand.IsFine ? FineStep : Step);
        return true;
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        double step = (key.Modifiers & Modifiers.Shift) != 0 ? FineStep : Step;
        switch (key.Key)
        {
            case Key.Up or Key.Right:
                Nudge(1, step);
                return true;
            case Key.Down or Key.Left:
                Nudge(-1, step);
                return true;
            case Key.PageUp:
                Nudge(1, CoarseStep);
                return true;
            case Key.PageDown:
                Nudge(-1, CoarseStep);
                return true;
            case Key.Home:
                Set(0);
                return true;
            case Key.End:
                Set(1);
                return true;
            case Key.Delete:
                Set(Parameter.Default);
                return true;
            case Key.Menu:
                OpenMenu();
                return true;
            case Key.Enter:
                OpenEntry();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void SetNumber(double value) => Set(Parameter.StepCount > 0
        ? Parameter.AtStep((int)Math.Clamp(Math.Round(value), 0, Parameter.StepCount - 1))
        : (float)value);

    /// <summary>Sets the parameter in a gesture of its own.</summary>
    protected void Set(float value)
    {
        IEditorParameters parameters = Host.Model.Parameters;
        parameters.Begin(Parameter.Index);
        parameters.Set(Parameter.Index, Math.Clamp(value, 0, 1));
        parameters.End(Parameter.Index);
        Host.Invalidate(this);
    }

    /// <summary>Moves the parameter.</summary>
    /// <param name="count">How many steps, up or down.</param>
    /// <param name="step">A step of a continuous parameter; one with steps moves by those.</param>
    protected void Nudge(double count, double step)
    {
        if (Parameter.StepCount > 0)
        {
            int steps = (int)Math.Round(count, MidpointRounding.AwayFromZero);
            Set(Parameter.AtStep(Math.Clamp(Parameter.StepOf(Current) + steps, 0, Parameter.StepCount - 1)));
        }
        else
        {
            Set((float)(Current + (count * step)));
        }
    }

    /// <summary>Opens a field to type a value into.</summary>
    protected void OpenEntry()
    {
        SKRect at = SKRect.Create(Bounds.MidX - 70, Bounds.MidY - 16, 140, 32);
        Host.Open(new TextEntry(Host, $"Value of {Name}", at, Value, text =>
        {
            bool isValue = Host.Model.Parameters.TryParse(Parameter.Index, text, out float value);
            if (isValue)
            {
                Set(value);
            }

            return isValue;
        }));
    }

    private void OpenMenu()
    {
        IEditorParameters parameters = Host.Model.Parameters;
        string normal = parameters.Format(Parameter.Index, Parameter.Default);
        Host.Open(new Menu(Host, Name, Bounds,
        [
            new MenuItem("Enter a value…", OpenEntry),
            new MenuItem($"Default: {normal}", () => Set(Parameter.Default)),
            IsLearning
                ? new MenuItem("Stop learning", parameters.StopLearning)
                : new MenuItem("Learn a controller", () => parameters.Learn(Parameter.Index)),
            new MenuItem("Forget its controllers", () => parameters.Forget(Parameter.Index)),
        ]));
    }
}
