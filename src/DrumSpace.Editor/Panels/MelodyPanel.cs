using DrumSpace.Editor.Model;
using DrumSpace.Editor.Widgets;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>The line that follows the beat.</summary>
internal sealed class MelodyPanel : Panel
{
    private readonly IWidgetHost _host;
    private readonly EditorParameter _seed;

    /// <summary>Makes the panel.</summary>
    public MelodyPanel(IWidgetHost host, SKRect bounds)
        : base(bounds)
    {
        _host = host;
        _seed = host.Model.Parameters.Named("mel-seed");
        Add(new Switch(host, "mel-on", "Melody") { IsMelody = true, Hint = "A bass or lead line that follows the beat." }, 12, 8, 108, 24);
        Add(new Button("Next line", NextLine) { IsMelody = true, Hint = "Another line for the same beat." }, 12, 38, 108, 24);
        Add(new Dropdown(host, "mel-role", "Role") { Hint = "Bass or lead." }, 130, 8, 84, 24);
        Add(new Dropdown(host, "mel-inst", "Instrument") { Hint = "What the line is thought for." }, 130, 38, 84, 24);
        Add(new Dropdown(host, "mel-key", "Key") { Hint = "The tonic." }, 220, 8, 84, 24);
        Add(new Dropdown(host, "mel-scale", "Scale") { Hint = "The scale." }, 220, 38, 84, 24);
        Add(new Dropdown(host, "mel-octave", "Octave") { Prefix = "octave ", Hint = "The octave, from the role's own." }, 310, 8, 100, 24);
        Add(new NumberSelect(host, "mel-channel", "channel ", "Melody channel") { Hint = "The MIDI channel of the line." },
            310, 38, 100, 24);
        string[] ids = ["mel-density", "mel-temp", "mel-follow", "mel-gate", "mel-vol"];
        string[] names = ["Notes", "Freedom", "Follow", "Length", "Volume"];
        string[] hints =
        [
            "How many notes.", "How freely the line moves.", "How closely it follows the kick.", "How long its notes last.",
            "The level of the built-in voice.",
        ];
        for (int index = 0; index < ids.Length; index++)
        {
            Add(new Knob(host, ids[index], names[index]) { Radius = 12, IsMelody = true, Hint = hints[index] },
                416 + (index * 52), 4, 50, 62);
        }
    }

    private void NextLine()
    {
        IEditorParameters parameters = _host.Model.Parameters;
        parameters.Begin(_seed.Index);
        parameters.Set(_seed.Index, _seed.AtStep((_seed.StepOf(parameters[_seed.Index]) + 1) % _seed.StepCount));
        parameters.End(_seed.Index);
    }
}
