using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using DrumSpace.Music.Capture;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>Something that can be dragged out of the window as a MIDI file. The file is written when the button goes down.</summary>
/// <param name="host">The window.</param>
/// <param name="clips">What can be dragged, and which of them was used last.</param>
/// <param name="kind">What this is.</param>
/// <param name="text">Its name.</param>
internal sealed class DragChip(IWidgetHost host, ClipChoice clips, ClipKind kind, Func<string> text) : Widget
{
    // Less is a click with an unsteady hand.
    private const float DragStart = 4;

    private static readonly WidgetAction[] ChipActions = [new WidgetAction("copy path", new KeyInput(Key.Enter))];

    private string _shown = "";
    private bool _wasChosen;
    private bool _wasReady;
    private SKPoint? _pressed;
    private string? _path;

    /// <inheritdoc/>
    public override string Name => text();

    /// <inheritdoc/>
    public override string Role => "drag source";

    /// <inheritdoc/>
    public override IReadOnlyList<WidgetAction> Actions => ChipActions;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override CursorShape Cursor => CursorShape.Grab;

    /// <summary>Whether it belongs to the melody.</summary>
    public bool IsMelody { get; init; }

    /// <summary>Whether there is something to drag.</summary>
    public required Func<bool> IsReady { get; init; }

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        string now = text();
        bool isOther = now != _shown || (clips.Kind == kind) != _wasChosen || IsReady() != _wasReady;
        (_shown, _wasChosen, _wasReady) = (now, clips.Kind == kind, IsReady());
        return isOther;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        SKColor color = !_wasReady ? theme.Quiet : IsMelody ? theme.Melody : theme.Accent;
        painter.Fill(Bounds, !_wasReady ? theme.Control : IsMelody ? theme.MelodyGround : theme.AccentGround, Decoration.Radius);
        painter.Frame(Bounds, color, Decoration.Radius, _wasChosen ? 2 : 1);
        for (int dot = 0; dot < 6; dot++)
        {
            painter.Fill(SKRect.Create(Bounds.Left + 10 + (dot % 2 * 4), Bounds.MidY - 6 + (dot / 2 * 5), 2.4f, 2.4f), color);
        }

        painter.Text(_shown, Bounds.Left + 25, Bounds.MidY, color, TextStyle.Strong);
        painter.Focus(Bounds, state);
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        clips.Kind = kind;
        if (hand.Button == PointerButton.Left && IsReady())
        {
            _path = clips.Write();
            _pressed = new SKPoint(hand.X, hand.Y);
        }

        host.Invalidate(this);
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (_pressed is { } from && _path is { } path && Math.Abs(hand.X - from.X) + Math.Abs(hand.Y - from.Y) >= DragStart)
        {
            _pressed = null;
            host.Window?.BeginDrag(path);
        }
    }

    /// <inheritdoc/>
    public override void Release(in Hand hand)
    {
        if (_pressed != null)
        {
            _pressed = null;
            if (_path != null)
            {
                host.Tell("Drag it into a track or a folder; or use the buttons on the right.");
            }
        }
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        if (key is not ({ Key: Key.Enter } or { Key: Key.Character, Character: ' ' }))
        {
            return false;
        }

        clips.Kind = kind;
        clips.CopyPath();
        return true;
    }
}
