namespace DrumSpace.Editor.Model;

/// <summary>How a user likes the window.</summary>
public sealed record EditorPreferences
{
    /// <summary>The least <see cref="Zoom"/>.</summary>
    public const double MinZoom = 0.75;

    /// <summary>The greatest <see cref="Zoom"/>.</summary>
    public const double MaxZoom = 3;

    /// <summary>The window's scale, <see cref="MinZoom"/> to <see cref="MaxZoom"/>; null for the host's or the screen's.</summary>
    public double? Zoom { get; init; }

    /// <summary>Whether the ground is light.</summary>
    public bool IsLight { get; init; }

    /// <summary>Whether the window takes the keyboard; else keys stay with the host, such as space for its transport.</summary>
    public bool TakesKeys { get; init; }

    /// <summary>How many bars a captured clip has, 1 to 64.</summary>
    public int ClipBars { get; init; } = 8;

    /// <summary>Whether a captured clip has a track a drum.</summary>
    public bool HasTrackPerVoice { get; init; }
}
