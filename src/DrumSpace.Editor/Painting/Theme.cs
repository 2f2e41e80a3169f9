using SkiaSharp;

namespace DrumSpace.Editor.Painting;

/// <summary>The colours of the window. Texts have a contrast of at least 4.5 to the ground they stand on (WCAG 2.1, 1.4.3).</summary>
internal sealed class Theme
{
    /// <summary>A dark ground.</summary>
    public static Theme Dark { get; } = new()
    {
        Ground = Of(0x14161B),
        Panel = Of(0x1B1E25),
        Well = Of(0x101217),
        Control = Of(0x242933),
        Line = Of(0x343A46),
        Cell = Of(0x20242C),
        BeatCell = Of(0x282D38),
        Text = Of(0xECEEF2),
        Quiet = Of(0xA3ABB9),
        Accent = Of(0xFFC94A),
        AccentGround = Of(0x3A3015),
        Melody = Of(0x4CC9B0),
        MelodyGround = Of(0x153730),
        Warning = Of(0xFF9A6E),
        Focus = Of(0x7AB8FF),
        Playhead = Of(0xFFFFFF),
        OnAccent = Of(0x1A1400),
    };

    /// <summary>A light ground.</summary>
    public static Theme Light { get; } = new()
    {
        Ground = Of(0xE9EBEF),
        Panel = Of(0xF8F9FB),
        Well = Of(0xFFFFFF),
        Control = Of(0xE6E9EE),
        Line = Of(0xC3C9D4),
        Cell = Of(0xECEEF2),
        BeatCell = Of(0xDFE3EA),
        Text = Of(0x1B1F27),
        Quiet = Of(0x545D6C),
        Accent = Of(0x8A5A00),
        AccentGround = Of(0xFBEBC8),
        Melody = Of(0x006D5B),
        MelodyGround = Of(0xD3F0EA),
        Warning = Of(0xB23C00),
        Focus = Of(0x1F6FC8),
        Playhead = Of(0x1B1F27),
        OnAccent = Of(0xFFFFFF),
    };

    /// <summary>Behind the panels.</summary>
    public required SKColor Ground { get; init; }

    /// <summary>A group of controls.</summary>
    public required SKColor Panel { get; init; }

    /// <summary>The ground of the map and of text fields.</summary>
    public required SKColor Well { get; init; }

    /// <summary>A button.</summary>
    public required SKColor Control { get; init; }

    /// <summary>Borders and empty tracks.</summary>
    public required SKColor Line { get; init; }

    /// <summary>A step without a hit.</summary>
    public required SKColor Cell { get; init; }

    /// <summary>The same on a beat.</summary>
    public required SKColor BeatCell { get; init; }

    /// <summary>Names.</summary>
    public required SKColor Text { get; init; }

    /// <summary>Values and what explains.</summary>
    public required SKColor Quiet { get; init; }

    /// <summary>Hits, the knobs, what is chosen.</summary>
    public required SKColor Accent { get; init; }

    /// <summary>The ground of what is chosen.</summary>
    public required SKColor AccentGround { get; init; }

    /// <summary>What belongs to the melody.</summary>
    public required SKColor Melody { get; init; }

    /// <summary>The ground of what is chosen for the melody.</summary>
    public required SKColor MelodyGround { get; init; }

    /// <summary>What hinders.</summary>
    public required SKColor Warning { get; init; }

    /// <summary>The frame of the control that has the keyboard.</summary>
    public required SKColor Focus { get; init; }

    /// <summary>The line that runs over the grid.</summary>
    public required SKColor Playhead { get; init; }

    /// <summary>Text on a ground of <see cref="Accent"/>.</summary>
    public required SKColor OnAccent { get; init; }

    private static SKColor Of(uint rgb) => new(0xFF000000 | rgb);
}
