using DrumSpace.Editor.Model;
using DrumSpace.Editor.Space;
using DrumSpace.Editor.Widgets;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>The four knobs of the space, and other takes of what they give.</summary>
internal sealed class KnobPanel : Panel
{
    private const float KnobWidth = 118;
    private readonly IWidgetHost _host;
    private readonly KnobSetter _knobs;
    private readonly int _seed;
    private readonly int _variation;
    private readonly string[] _titles = new string[Latent.Dimensions];
    private IReadOnlyList<AxisName>? _axes;

    /// <summary>Makes the panel.</summary>
    public KnobPanel(IWidgetHost host, SKRect bounds)
        : base(bounds)
    {
        _host = host;
        IEditorParameters parameters = host.Model.Parameters;
        _knobs = new KnobSetter(parameters);
        (_seed, _variation) = (parameters.Named("seed").Index, parameters.Named("variation").Index);
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            int number = axis;
            Add(new Knob(host, $"z{axis + 1}")
            {
                Radius = 34,
                Taken = _knobs.PlayKnobs,
                Title = () => _titles[number],
                Hint = $"A coordinate of the space of beats. Automate it as Z{axis + 1}.",
            }, 8 + (axis * KnobWidth), 8, KnobWidth - 8, 116);
        }

        Add(new Knob(host, "variation") { Radius = 24, Hint = "How far the beat strays from the model's own, by the take." },
            488, 18, 92, 100);
        Add(new Button("Next take", NextTake) { IsStrong = true, Hint = "Another variation of the same beat." }, 590, 14, 84, 30);
        Add(new NumberSelect(host, "seed", "take ") { Hint = "The number of the take: the seed." }, 590, 50, 84, 24);
        Add(new Button("Copy place", CopyPlace) { Hint = "Copies coordinates, variation and take as a line of text." }, 590, 86, 84, 26);
    }

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        IReadOnlyList<AxisName> axes = _host.Model.Space.Axes;
        if (ReferenceEquals(axes, _axes))
        {
            return false;
        }

        _axes = axes;
        for (int axis = 0; axis < _titles.Length; axis++)
        {
            _titles[axis] = axis < axes.Count ? axes[axis].Name : $"Z{axis + 1}";
        }

        return true;
    }

    // Without any variation all takes are one: the first press gives some.
    private void NextTake()
    {
        IEditorParameters parameters = _host.Model.Parameters;
        if (parameters[_variation] == 0)
        {
            SetOnce(_variation, 0.5f);
        }

        EditorParameter seed = parameters.All[_seed];
        SetOnce(_seed, seed.AtStep((seed.StepOf(parameters[_seed]) + 1) % seed.StepCount));
    }

    private void SetOnce(int index, float value)
    {
        _host.Model.Parameters.Begin(index);
        _host.Model.Parameters.Set(index, value);
        _host.Model.Parameters.End(index);
    }

    private void CopyPlace()
    {
        _host.Window?.CopyText(_host.Model.Space.Point);
        _host.Tell("The place is in the clipboard, as a line of text.");
    }
}
