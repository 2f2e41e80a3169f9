using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>How the pattern is played: density, swing, groove, fills, and when a new beat takes over.</summary>
internal sealed class PlayPanel : Panel
{
    /// <summary>Makes the panel.</summary>
    public PlayPanel(IWidgetHost host, SKRect bounds)
        : base(bounds)
    {
        const float width = 58;
        const float height = 76;
        Add(new Knob(host, "density") { Radius = 17, Origin = 0.5f, Hint = "How many hits; in the middle the model's own." },
            6, 6, width, height);
        Add(new Knob(host, "swing") { Radius = 17, Hint = "Delays every second 16th; 66 % is a triplet swing." }, 64, 6, width, height);
        Add(new Knob(host, "groove-vel", "Dynamics") { Radius = 17, Hint = "How far velocities follow a drummer." }, 122, 6, width, height);
        Add(new Knob(host, "groove-time", "Timing") { Radius = 17, Hint = "How far hits leave the grid as a drummer's do." },
            180, 6, width, height);
        Add(new Knob(host, "looseness") { Radius = 17, Hint = "How far a take, chosen by the seed, is from the typical one." },
            238, 6, width, height);
        Add(new Caption("Fill", TextStyle.Small), 300, 6, 40, 16);
        Add(new Dropdown(host, "fill-at", "Fill at") { Hint = "Where fills are." }, 300, 22, 84, 24);
        Add(new Switch(host, "fill-now", "Fill now") { Sign = "Fill now", IsMomentary = true, Hint = "A fill for as long as it is held." },
            300, 50, 84, 28);
        Add(new Knob(host, "fill", "Fill") { Radius = 17, Hint = "How long or dense the fill gets." }, 388, 6, width, height);
        Add(new Caption("New beat at", TextStyle.Small), 452, 6, 90, 16);
        Add(new Segments(host, "change-at", "New beat at") { Hint = "When a new beat takes over." }, 452, 22, 220, 24);
        Add(new Segments(host, "time", "Tempo of the pattern") { Hint = "Half or double time." }, 452, 52, 150, 24);
        Add(new NumberSelect(host, "length", "", "Length") { Hint = "How many steps are played before the pattern begins anew." },
            608, 52, 64, 24);
    }
}
