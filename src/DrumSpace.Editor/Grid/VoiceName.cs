using DrumSpace.Music;

namespace DrumSpace.Editor.Grid;

/// <summary>What the drums are called on the window.</summary>
internal static class VoiceName
{
    private static readonly string[] Names =
    [
        "Kick", "Snare", "Closed hat", "Floor tom", "Low tom", "Open hat", "Mid tom", "Crash", "Ride", "Vibraslap", "Hi bongo",
        "Lo bongo", "Hi conga", "Lo conga",
    ];

    /// <summary>A drum's name.</summary>
    public static string Of(Voice voice) => Names[(int)voice];
}
