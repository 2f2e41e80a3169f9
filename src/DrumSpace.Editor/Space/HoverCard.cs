using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>A small picture of the pattern that would play at a place, shown beside it.</summary>
internal sealed class HoverCard(IEditorModel model)
{
    private const float Width = 148;
    private const float Height = 70;

    private readonly DecodedPattern _decoded = new();
    private readonly PlayablePattern _playing = new();
    private string _title = "";
    private string _likeness = "";
    private SKPoint _at;

    /// <summary>Whether it is shown.</summary>
    public bool IsShown { get; private set; }

    /// <summary>Shows the pattern of a place.</summary>
    /// <param name="knobs">The coordinates of the place.</param>
    /// <param name="title">What is there.</param>
    /// <param name="at">Where it is on the window.</param>
    public void Show(in Knobs knobs, string title, SKPoint at)
    {
        IsShown = model.Space.TryDecode(knobs, _decoded);
        if (!IsShown)
        {
            return;
        }

        (_title, _at) = (title, at);
        model.Playing.Read(_playing);
        int hits = _decoded.Pattern.HitCount + _playing.Decoded.Pattern.HitCount;
        double similarity = hits == 0 ? 1 : 1 - ((double)_decoded.Pattern.DistanceTo(_playing.Decoded.Pattern) / hits);
        _likeness = $"{similarity:0 %} alike";
    }

    /// <summary>Hides it.</summary>
    public void Hide() => IsShown = false;

    /// <summary>Paints it within a place.</summary>
    public void Paint(Painter painter, SKRect within)
    {
        if (!IsShown)
        {
            return;
        }

        float x = _at.X + 18 + Width > within.Right ? _at.X - 18 - Width : _at.X + 18;
        float y = Math.Clamp(_at.Y - (Height / 2), within.Top + 6, within.Bottom - Height - 6);
        SKRect card = SKRect.Create(x, y, Width, Height);
        Theme theme = painter.Theme;
        painter.Fill(card, theme.Panel.WithAlpha(245), 6);
        painter.Frame(card, theme.Quiet, 6);
        painter.Text(_title, card.Left + 8, card.Top + 12, theme.Text, TextStyle.Small);
        painter.Text(_likeness, card.Right - 8, card.Top + 12, theme.Quiet, TextStyle.Small, Align.Right);
        SKRect picture = new(card.Left + 8, card.Top + 24, card.Right - 8, card.Bottom - 7);
        PatternPicture.Paint(painter, _decoded.Pattern, picture, theme.Accent, theme.Line);
    }
}
