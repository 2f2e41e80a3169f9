using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>What is set once: channels, keys, velocities. It lies over the window.</summary>
internal sealed class SetupPanel : Panel
{
    private const float Width = 330;
    private const float LineHeight = 32;
    private const float Margin = 14;
    private const float ControlWidth = 130;

    private static readonly (string Id, string Name, string Hint)[] Lists =
    [
        ("channel", "Drums' MIDI channel", "The channel of the drums that have none of their own in the kit map."),
        ("vel-low", "Softest velocity", "The velocity of the softest hit."),
        ("vel-high", "Loudest velocity", "The velocity of the loudest hit."),
        ("start", "First step", "The step of the pattern that is played first."),
        ("thru", "MIDI through", "Passes incoming MIDI on."),
        ("slot-keys-on", "Keys choose slots", "An octave of the keyboard chooses slots."),
        ("slot-keys", "Octave of these keys", "Where that octave begins."),
        ("fill-key", "Key of the fill", "The key that plays a fill while it is down."),
        ("keys-channel", "Channel of the keys", "The MIDI channel of the keys that the plugin acts on."),
        ("find", "Listen for a beat", "The next two bars of incoming notes are looked for in the space."),
        ("find-lock", "Found beats lock", "The drums of a found beat keep their rows."),
    ];

    /// <summary>Makes the panel.</summary>
    public SetupPanel(IWidgetHost host, SKRect beside)
        : base(Overlays.Place(beside, Width, (Lists.Length * LineHeight) + (2 * Margin)))
    {
        for (int line = 0; line < Lists.Length; line++)
        {
            (string id, string name, string hint) = Lists[line];
            float y = Margin + (line * LineHeight);
            Add(new Caption(name, TextStyle.Label, isQuiet: false), Margin, y, 160, 26);
            Add(new Dropdown(host, id, name) { Hint = hint }, Width - Margin - ControlWidth, y, ControlWidth, 26);
        }
    }

    /// <inheritdoc/>
    public override string Name => "MIDI, keys and velocities";

    /// <inheritdoc/>
    public override string Role => "panel";

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state) => Overlays.Paint(painter, Bounds);
}
