using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>Where the song is; what just happened; else what the pointer rests on; else what hinders.</summary>
internal sealed class StatusBar : Panel
{
    private const long MessageMilliseconds = 6000;
    private const float MessageLeft = 260;

    private readonly IWidgetHost _host;
    private SongPosition _position;
    private string _tempo = "";
    private string _meter = "";
    private string _status = "";
    private string _message = "";
    private string _hint = "";
    private string? _shown;
    private long _messageEnd;
    private long _now;

    /// <summary>Makes the bar.</summary>
    public StatusBar(IWidgetHost host, SKRect bounds)
        : base(bounds) => _host = host;

    /// <inheritdoc/>
    public override string Name => "Status";

    /// <inheritdoc/>
    public override string Role => "status";

    /// <inheritdoc/>
    public override string Value => _message.Length > 0 ? _message : _status;

    /// <summary>Shows a message for some seconds.</summary>
    public void Tell(string message) => (_message, _messageEnd, _shown) = (message, _now + MessageMilliseconds, null);

    /// <summary>Shows what the pointer rests on; empty for nothing.</summary>
    public void Explain(string hint)
    {
        if (hint != _hint)
        {
            (_hint, _shown) = (hint, null);
        }
    }

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        _now = milliseconds;
        if (_message.Length > 0 && milliseconds >= _messageEnd)
        {
            (_message, _shown) = ("", null);
        }

        // What is new comes before what was told, and before what the pointer rests on.
        string status = _host.Model.Status;
        if (status != _status)
        {
            _status = status;
            Tell(status);
        }

        SongPosition position = _host.Model.Playing.Position;
        bool isOther = position with { Step = 0 } != _position with { Step = 0 };
        if (position.Tempo != _position.Tempo)
        {
            _tempo = $"{position.Tempo:0.0} BPM";
        }

        if (position.Numerator != _position.Numerator || position.Denominator != _position.Denominator)
        {
            _meter = $"{position.Numerator}/{position.Denominator}";
        }

        _position = position;
        return isOther || _shown == null;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        float y = Bounds.MidY, x = Bounds.Left + 18;
        painter.Icon(_position.IsPlaying ? Icon.Play : Icon.Stop, x + 5, y, 11, _position.IsPlaying ? theme.Accent : theme.Quiet);
        if (_position.Numerator > 0)
        {
            x += 22 + painter.Text(_tempo, x + 18, y, theme.Text, TextStyle.Label);
            x += 12 + painter.Text(_meter, x + 8, y, theme.Text, TextStyle.Label);
            x += painter.Text("bar ", x + 8, y, theme.Quiet, TextStyle.Label) + 8;
            painter.Number(Math.Max(_position.Bar, 0), x, y, theme.Text, TextStyle.Label);
        }

        (string text, SKColor color) = _message.Length > 0 ? (_message, theme.Text)
            : _hint.Length > 0 ? (_hint, theme.Quiet) : (_status, theme.Warning);
        _shown ??= painter.Fit(text, TextStyle.Label, Bounds.Right - MessageLeft - 18);
        painter.Text(_shown, Bounds.Left + MessageLeft, y, color, TextStyle.Label);
    }
}
