using SkiaSharp;

namespace DrumSpace.Editor.Painting;

/// <summary>Texts made ready for painting: painting one again allocates nothing.</summary>
internal sealed class TextCache : IDisposable
{
    // More than a window ever shows at once; values that moved through are dropped with the rest.
    private const int Capacity = 2048;

    private readonly Dictionary<(string Text, TextStyle Style), ReadyText> _texts = [];
    private readonly Dictionary<TextStyle, SKFont> _fonts = [];

    /// <summary>A text, ready to be painted.</summary>
    public ReadyText Get(string text, TextStyle style)
    {
        if (_texts.TryGetValue((text, style), out ReadyText ready))
        {
            return ready;
        }

        if (_texts.Count >= Capacity)
        {
            Clear();
        }

        SKFont font = FontOf(style);
        ready = new ReadyText(SKTextBlob.Create(text, font), font.MeasureText(text));
        _texts.Add((text, style), ready);
        return ready;
    }

    /// <summary>A text that is cut with an ellipsis where it is wider than there is room. Allocates where it is cut.</summary>
    public string Fit(string text, TextStyle style, float width)
    {
        SKFont font = FontOf(style);
        if (font.MeasureText(text) <= width)
        {
            return text;
        }

        int length = text.Length;
        while (length > 0 && font.MeasureText(text[..length] + "…") > width)
        {
            length--;
        }

        return text[..length].TrimEnd() + "…";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Clear();
        foreach (SKFont font in _fonts.Values)
        {
            font.Dispose();
        }
    }

    private SKFont FontOf(TextStyle style)
    {
        if (!_fonts.TryGetValue(style, out SKFont? font))
        {
            font = new SKFont(style.IsBold ? Typefaces.SemiBold : Typefaces.Regular, style.Size)
            {
                Edging = SKFontEdging.Antialias,
                Subpixel = true,
            };
            _fonts.Add(style, font);
        }

        return font;
    }

    private void Clear()
    {
        foreach (ReadyText ready in _texts.Values)
        {
            ready.Blob?.Dispose();
        }

        _texts.Clear();
    }
}
