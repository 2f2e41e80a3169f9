using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Grid;

/// <summary>The head of a drum's row: its name and note, mute, solo, lock and chance.</summary>
internal sealed class DrumRow : Widget
{
    /// <summary>Its width.</summary>
    public const float Width = 208;

    private const float NameWidth = 86;
    private const float Side = 24;
    private const float NumberWidth = 50;

    private readonly IWidgetHost _host;
    private readonly Voice _voice;
    private readonly string _name;
    private readonly Widget[] _children;
    private readonly Switch _mute;
    private readonly Switch _solo;
    private readonly Switch _lock;
    private string _noteText = "";
    private int _note = -1;

    /// <summary>Makes a row's head.</summary>
    /// <param name="host">The window.</param>
    /// <param name="voice">The drum.</param>
    /// <param name="id">What its parameters' ids begin with, such as "kick".</param>
    public DrumRow(IWidgetHost host, Voice voice, string id)
    {
        (_host, _voice, _name) = (host, voice, VoiceName.Of(voice));
        _mute = new Switch(host, $"{id}-mute", $"{_name} mute") { Sign = "M", Hint = "Mute" };
        _solo = new Switch(host, $"{id}-solo", $"{_name} solo") { Sign = "S", Hint = "Solo" };
        _lock = new Switch(host, $"{id}-lock", $"{_name} lock") { Icon = Icon.Lock, Hint = "Lock: keeps this row whatever you turn." };
        _children =
        [
            _mute,
            _solo,
            _lock,
            new NumberField(host, $"{id}-chance", $"{_name} chance") { Hint = "Chance: how likely each hit is played." },
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <summary>Whether the drum is muted.</summary>
    public bool IsMuted => _mute.Current >= 0.5f;

    /// <summary>Whether it alone, with others that are soloed, sounds.</summary>
    public bool IsSolo => _solo.Current >= 0.5f;

    /// <summary>Whether a hand holds the row: it is locked, muted or soloed.</summary>
    public bool IsHeld => IsMuted || IsSolo || _lock.Current >= 0.5f;

    /// <summary>Puts it at its place; its controls are no higher than they are wide.</summary>
    public void MoveTo(float left, float top, float height)
    {
        Bounds = SKRect.Create(left, top, Width, height);
        float x = left + NameWidth;
        foreach (Widget child in _children)
        {
            float width = child is NumberField ? NumberWidth : Side;
            child.Bounds = SKRect.Create(x, top + ((height - Side) / 2), width, Side);
            x += width;
        }
    }

    /// <summary>Shows or hides it with all that is in it.</summary>
    public void Show(bool isVisible)
    {
        IsVisible = isVisible;
        foreach (Widget child in _children)
        {
            child.IsVisible = isVisible;
        }
    }

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        int note = _host.Model.Playing.NoteOf(_voice);
        if (note == _note)
        {
            return false;
        }

        (_note, _noteText) = (note, $"{note}");
        return true;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        painter.Text(_name, Bounds.Left, Bounds.MidY, _lock.Current >= 0.5f ? theme.Accent : theme.Text, TextStyle.Label);
        painter.Text(_noteText, Bounds.Left + NameWidth - 6, Bounds.MidY, theme.Quiet, TextStyle.Small, Align.Right);
    }
}
