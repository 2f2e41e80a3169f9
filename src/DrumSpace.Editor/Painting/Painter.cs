using SkiaSharp;

namespace DrumSpace.Editor.Painting;

/// <summary>Paints shapes and texts in the theme's colours. Its paints are made once: painting allocates nothing.</summary>
/// <remarks>One thread at a time.</remarks>
internal sealed class Painter : IDisposable
{
    private const float FullTurn = 360;

    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private readonly SKPaint _fill = new() { IsAntialias = true };
    private readonly SKPaint _stroke = new() { IsAntialias = true, IsStroke = true, StrokeCap = SKStrokeCap.Round };
    private readonly TextCache _texts = new();
    private SKCanvas? _canvas;

    /// <summary>The colours.</summary>
    public Theme Theme { get; set; } = Theme.Dark;

    /// <summary>The canvas. Its units are the window's.</summary>
    /// <exception cref="InvalidOperationException">Nothing is painted now.</exception>
    public SKCanvas Canvas => _canvas ?? throw new InvalidOperationException("Nothing is painted now.");

    /// <summary>Begins to paint on a canvas.</summary>
    public void Begin(SKCanvas canvas) => _canvas = canvas;

    /// <summary>Ends painting.</summary>
    public void End() => _canvas = null;

    /// <summary>Fills a rectangle.</summary>
    public void Fill(SKRect rect, SKColor color, float radius = 0)
    {
        _fill.Color = color;
        if (radius > 0)
        {
            Canvas.DrawRoundRect(rect, radius, radius, _fill);
        }
        else
        {
            Canvas.DrawRect(rect, _fill);
        }
    }

    /// <summary>Draws a rectangle's border, within it.</summary>
    public void Frame(SKRect rect, SKColor color, float radius = 0, float width = 1)
    {
        _stroke.Color = color;
        _stroke.StrokeWidth = width;
        rect.Inflate(-width / 2, -width / 2);
        Canvas.DrawRoundRect(rect, radius, radius, _stroke);
    }

    /// <summary>Fills a disc.</summary>
    public void Disc(float x, float y, float radius, SKColor color)
    {
        _fill.Color = color;
        Canvas.DrawCircle(x, y, radius, _fill);
    }

    /// <summary>Draws a circle.</summary>
    public void Circle(float x, float y, float radius, SKColor color, float width)
    {
        _stroke.Color = color;
        _stroke.StrokeWidth = width;
        Canvas.DrawCircle(x, y, radius, _stroke);
    }

    /// <summary>Draws a line.</summary>
    public void Line(float x0, float y0, float x1, float y1, SKColor color, float width = 1)
    {
        _stroke.Color = color;
        _stroke.StrokeWidth = width;
        Canvas.DrawLine(x0, y0, x1, y1, _stroke);
    }

    /// <summary>Draws a part of a circle, clockwise.</summary>
    /// <param name="x">The middle.</param>
    /// <param name="y">The middle.</param>
    /// <param name="radius">Its radius.</param>
    /// <param name="from">Where it begins, in turns from three o'clock.</param>
    /// <param name="sweep">How far it goes, in turns.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="width">The line's width.</param>
    public void Arc(float x, float y, float radius, float from, float sweep, SKColor color, float width)
    {
        _stroke.Color = color;
        _stroke.StrokeWidth = width;
        SKRect around = new(x - radius, y - radius, x + radius, y + radius);
        Canvas.DrawArc(around, from * FullTurn, sweep * FullTurn, useCenter: false, _stroke);
    }

    /// <summary>Fills a shape.</summary>
    public void Fill(SKPath path, SKColor color)
    {
        _fill.Color = color;
        Canvas.DrawPath(path, _fill);
    }

    /// <summary>Draws a shape's outline.</summary>
    public void Stroke(SKPath path, SKColor color, float width)
    {
        _stroke.Color = color;
        _stroke.StrokeWidth = width;
        Canvas.DrawPath(path, _stroke);
    }

    /// <summary>Writes a text, its capitals centred on a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="x">Where it lies, by <paramref name="align"/>.</param>
    /// <param name="middle">The line through the middle of its capitals.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="align">Which of its points is at x.</param>
    /// <returns>Its width.</returns>
    public float Text(string text, float x, float middle, SKColor color, TextStyle style, Align align = Align.Left)
    {
        ReadyText ready = _texts.Get(text, style);
        if (ready.Blob is { } blob)
        {
            // The capitals of the font are 0.727 em high.
            float left = x - (align == Align.Right ? ready.Width : align == Align.Center ? ready.Width / 2 : 0);
            _fill.Color = color;
            Canvas.DrawText(blob, left, middle + (style.Size * 0.3635f), _fill);
        }

        return ready.Width;
    }

    /// <summary>Writes a whole number from left to right without making a string of it.</summary>
    /// <param name="number">The number, at least 0.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="middle">The line through the middle of its digits.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="style">How it is set.</param>
    /// <returns>Its width.</returns>
    public float Number(int number, float x, float middle, SKColor color, TextStyle style)
    {
        int unit = 1;
        while (number / unit >= 10)
        {
            unit *= 10;
        }

        float at = x;
        for (; unit > 0; unit /= 10)
        {
            at += Text(Digits[number / unit % 10], at, middle, color, style);
        }

        return at - x;
    }

    /// <summary>A text's width.</summary>
    public float Measure(string text, TextStyle style) => _texts.Get(text, style).Width;

    /// <summary>A text cut to a width: see <see cref="TextCache.Fit"/>.</summary>
    public string Fit(string text, TextStyle style, float width) => _texts.Fit(text, style, width);

    /// <inheritdoc/>
    public void Dispose()
    {
        _fill.Dispose();
        _stroke.Dispose();
        _texts.Dispose();
    }
}
