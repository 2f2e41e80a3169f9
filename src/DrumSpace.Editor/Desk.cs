using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Panels;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor;

/// <summary>The panels and what lies over them: gives each widget its input, knows which has the pointer and which the keyboard.</summary>
internal sealed class Desk : IWidgetHost, IDisposable
{
    private const float Margin = 12;

    private readonly MapPanel _map;
    private readonly StatusBar _status;
    private readonly Widget[] _panels;
    private readonly List<Widget> _overlays = [];
    private readonly Func<Widget, WidgetState> _stateOf;
    private Widget? _hovered;
    private Widget? _pressed;
    private Widget? _focused;
    private bool _showsFocus;
    private bool _isDropWelcome;
    private readonly bool[] _isOld;
    private bool _mustPaint = true;
    private double _playedStep = -1;
    private EditorPreferences _preferences;

    /// <summary>Lays out the window.</summary>
    public Desk(IEditorModel model)
    {
        Model = model;
        _stateOf = StateOf;
        _preferences = model.Preferences;
        const float right = 504, width = EditorLayout.Width - right - Margin, full = EditorLayout.Width - (2 * Margin);
        _map = new MapPanel(this, SKRect.Create(Margin, 52, 480, 378));
        _status = new StatusBar(this, SKRect.Create(0, 764, EditorLayout.Width, 36));
        _panels =
        [
            new HeaderPanel(this, SKRect.Create(0, 0, EditorLayout.Width, 44)),
            _map,
            new KnobPanel(this, SKRect.Create(right, 52, width, 126)),
            new PlayPanel(this, SKRect.Create(right, 186, width, 86)),
            new SlotPanel(this, SKRect.Create(right, 280, width, 70)),
            new MelodyPanel(this, SKRect.Create(right, 358, width, 72)),
            new GridPanel(this, SKRect.Create(Margin, 438, full, 276)),
            new ClipPanel(this, SKRect.Create(Margin, 722, full, 38)),
            _status,
        ];
        _isOld = [.. _panels.Select(_ => true)];
    }

    /// <inheritdoc/>
    public IEditorModel Model { get; }

    /// <inheritdoc/>
    public IWindow? Window { get; set; }

    /// <summary>The panels, from top to bottom.</summary>
    public IReadOnlyList<Widget> Panels => _panels;

    /// <summary>What lies over them, the topmost last.</summary>
    public IReadOnlyList<Widget> Overlays => _overlays;

    /// <summary>The widget that shows that it has the keyboard; an overlay without controls of its own takes the keys itself.</summary>
    public Widget? KeyboardOwner =>
        _overlays.Count > 0 && _overlays[^1].Children.Count == 0 ? _overlays[^1]
        : _showsFocus && _focused is { IsVisible: true } ? _focused
        : null;

    /// <summary>Whether keys are for this window: something is typed or chosen, or the user wants it.</summary>
    public bool WantsKeys => _overlays.Count > 0 || _preferences.TakesKeys;

    /// <summary>Another number after each change of what the widgets show or which of them has the keyboard.</summary>
    public int Version { get; private set; }

    /// <summary>What the pointer looks like.</summary>
    public CursorShape Cursor => (_pressed ?? _hovered)?.Cursor ?? CursorShape.Arrow;

    /// <inheritdoc/>
    public void Open(Widget overlay)
    {
        LeaveHovered();
        _overlays.Add(overlay);
        Invalidate();
    }

    /// <inheritdoc/>
    public void CloseOverlay()
    {
        if (_overlays.Count > 0)
        {
            _overlays.RemoveAt(_overlays.Count - 1);
        }

        _hovered = null;
        Invalidate();
    }

    /// <inheritdoc/>
    public void Invalidate(Widget widget)
    {
        _mustPaint = true;
        for (int index = 0; index < _panels.Length; index++)
        {
            _isOld[index] |= _panels[index].Bounds.IntersectsWith(widget.Bounds);
        }
    }

    /// <summary>Has all panels painted anew.</summary>
    public void Invalidate()
    {
        _mustPaint = true;
        Array.Fill(_isOld, true);
    }

    /// <inheritdoc/>
    public void Tell(string message)
    {
        _status.Tell(message);
        Invalidate();
    }

    /// <summary>Follows the model.</summary>
    public FrameNeed Advance(long milliseconds)
    {
        EditorPreferences preferences = Model.Preferences;
        if (!ReferenceEquals(preferences, _preferences))
        {
            if (preferences.Zoom != _preferences.Zoom && preferences.Zoom is { } zoom)
            {
                Window?.RequestSize(EditorView.SizeAt(zoom));
            }

            _preferences = preferences;
            Invalidate();
        }

        for (int index = 0; index < _panels.Length; index++)
        {
            bool isOther = _panels[index].FollowAll(milliseconds);
            _isOld[index] |= isOther;
            _mustPaint |= isOther;
        }

        foreach (Widget overlay in _overlays)
        {
            _mustPaint |= overlay.FollowAll(milliseconds);
        }

        Version += _mustPaint ? 1 : 0;
        SongPosition position = Model.Playing.Position;
        double step = position.IsPlaying ? position.Step : -1;
        bool mustPaint = _mustPaint || step != _playedStep;
        (_mustPaint, _playedStep) = (false, step);
        return new FrameNeed(mustPaint, mustPaint || _pressed != null || position.IsPlaying);
    }

    /// <summary>Paints the panels that look otherwise than when they were painted last.</summary>
    /// <param name="painter">It paints on what it painted last.</param>
    public void PaintPanels(Painter painter)
    {
        for (int index = 0; index < _panels.Length; index++)
        {
            if (_isOld[index])
            {
                _isOld[index] = false;
                painter.Canvas.Save();
                painter.Canvas.ClipRect(_panels[index].Bounds);
                painter.Canvas.Clear(painter.Theme.Ground);
                _panels[index].PaintAll(painter, _stateOf);
                painter.Canvas.Restore();
            }
        }
    }

    /// <summary>Paints what lies over the panels.</summary>
    public void PaintAbove(Painter painter)
    {
        foreach (Widget panel in _panels)
        {
            panel.PaintAllMoving(painter);
        }

        foreach (Widget overlay in _overlays)
        {
            overlay.PaintAll(painter, _stateOf);
        }

        if (_isDropWelcome)
        {
            SKRect all = SKRect.Create(0, 0, EditorLayout.Width, EditorLayout.Height);
            painter.Fill(all, painter.Theme.Ground.WithAlpha(170));
            painter.Frame(SKRect.Inflate(all, -6, -6), painter.Theme.Focus, 10, 3);
            painter.Text("Drop a MIDI file to find its beat", all.MidX, all.MidY, painter.Theme.Text, TextStyle.Title, Align.Center);
        }
    }

    /// <summary>A button was pressed.</summary>
    public void Press(in Hand hand)
    {
        _showsFocus = false;
        if (_overlays.Count > 0 && !_overlays[^1].Contains(hand.X, hand.Y))
        {
            CloseOverlay();
            return;
        }

        _pressed = At(hand.X, hand.Y);
        if (_pressed is { IsFocusable: true })
        {
            _focused = _pressed;
        }

        _pressed?.Press(hand);
        Invalidate();
    }

    /// <summary>The pointer moved.</summary>
    public void Move(in Hand hand)
    {
        if (_pressed != null)
        {
            _pressed.Move(hand, isHeld: true);
            Invalidate(_pressed);
            return;
        }

        Widget? over = At(hand.X, hand.Y);
        if (over != _hovered)
        {
            LeaveHovered();
            _hovered = over;
            _status.Explain(over?.Hint ?? "");
            if (over != null)
            {
                Invalidate(over);
            }
        }

        over?.Move(hand, isHeld: false);
    }

    /// <summary>The button was released.</summary>
    public void Release(in Hand hand)
    {
        Widget? pressed = _pressed;
        _pressed = null;
        pressed?.Release(hand);
        Invalidate();
    }

    /// <summary>The pointer left the window.</summary>
    public void Leave()
    {
        LeaveHovered();
        _status.Explain("");
    }

    /// <summary>The wheel turned: it is for the innermost widget there that uses it.</summary>
    public void Scroll(in Hand hand, double notches)
    {
        if (_overlays.Count > 0)
        {
            _overlays[^1].ScrollAt(hand, notches);
            return;
        }

        foreach (Widget panel in _panels)
        {
            if (panel.Contains(hand.X, hand.Y))
            {
                panel.ScrollAt(hand, notches);
            }
        }

        Invalidate();
    }

    /// <summary>A key was pressed.</summary>
    /// <returns>Whether it was used.</returns>
    public bool Press(in KeyInput key)
    {
        Invalidate();
        if (_overlays.Count > 0)
        {
            if (key.Key == Key.Escape)
            {
                CloseOverlay();
                return true;
            }

            if (_overlays[^1].Children.Count == 0)
            {
                return _overlays[^1].Press(key);
            }
        }

        if (key.Key == Key.Tab)
        {
            Step((key.Modifiers & Modifiers.Shift) != 0 ? -1 : 1);
            return true;
        }

        if (key.Key == Key.Escape && _showsFocus)
        {
            _showsFocus = false;
            return true;
        }

        return _showsFocus && _focused is { IsVisible: true } && _focused.Press(key);
    }

    /// <summary>The window lost the keyboard.</summary>
    public void LoseKeys()
    {
        _showsFocus = false;
        Invalidate();
    }

    /// <summary>Files are dragged over the window.</summary>
    public bool DragOver()
    {
        _isDropWelcome = true;
        Invalidate();
        return true;
    }

    /// <summary>They left.</summary>
    public void DragLeave()
    {
        _isDropWelcome = false;
        Invalidate();
    }

    /// <summary>They were dropped: the first MIDI file of them is looked for.</summary>
    public bool Drop(IReadOnlyList<string> paths)
    {
        _isDropWelcome = false;
        Invalidate();
        if (paths.Count == 0)
        {
            return false;
        }

        _map.Find(paths.FirstOrDefault(FileBrowser.IsMidi, paths[0]));
        if (paths.Count > 1)
        {
            Tell($"Of {paths.Count} files the first MIDI file is looked for.");
        }

        return true;
    }

    /// <summary>A drag out of the window ended.</summary>
    public void EndDrag(bool isTaken)
    {
        _pressed = null;
        Tell(isTaken ? "Dropped." : "Nothing took it there. Save as…, Copy path and Show in folder do the same.");
    }

    /// <summary>Gives a widget the keyboard, and shows that it has it.</summary>
    public void GiveKeyboard(Widget widget) => (_focused, _showsFocus) = (widget, true);

    /// <inheritdoc/>
    public void Dispose() => _map.Dispose();

    // What the keyboard can reach: what lies over the rest alone, where it has controls.
    private IEnumerable<Widget> Reachable() =>
        (_overlays.Count > 0 ? _overlays[^1].Within() : _panels.SelectMany(panel => panel.Within().Prepend(panel)))
            .Where(widget => widget.IsFocusable);

    private Widget? At(float x, float y)
    {
        if (_overlays.Count > 0)
        {
            return _overlays[^1].FindAt(x, y);
        }

        for (int index = _panels.Length - 1; index >= 0; index--)
        {
            if (_panels[index].FindAt(x, y) is { } widget)
            {
                return widget;
            }
        }

        return null;
    }

    private void Step(int way)
    {
        Widget[] order = [.. Reachable()];
        int at = Array.IndexOf(order, _focused);
        _focused = order[at < 0 || !_showsFocus ? Math.Max(at, 0) : (at + way + order.Length) % order.Length];
        _showsFocus = true;
        _status.Explain(_focused.Hint);
    }

    private void LeaveHovered()
    {
        if (_hovered is { } left)
        {
            _hovered = null;
            left.Leave();
            Invalidate(left);
        }
    }

    private WidgetState StateOf(Widget widget) =>
        new(widget == _hovered, widget == _pressed, _showsFocus && widget == _focused);
}
