namespace DrumSpace.Music;

/// <summary>The tempo as a groove network sees it.</summary>
/// <remarks>Any thread, the audio thread included: does not allocate, block or throw.</remarks>
public static class GrooveTempo
{
    /// <summary>The tempo where none is known, in quarters a minute; the network's 0.</summary>
    public const int Default = 120;

    // The Groove MIDI Dataset goes from 50 to 290; 99 % of its files lie in this range.
    private const double Slowest = 60;
    private const double Fastest = 200;

    // Quarters a minute. How a pattern is played changes little with the tempo, and each step of a ramp is a request of its own.
    private const int Step = 4;

    /// <summary>Rounds a tempo for a request, so that a ramp does not make one a block.</summary>
    /// <param name="quartersPerMinute">Any tempo.</param>
    /// <returns>A multiple of 4, 60 to 200.</returns>
    public static int Round(double quartersPerMinute) => (int)Math.Round(Limit(quartersPerMinute) / Step, MidpointRounding.AwayFromZero) * Step;

    /// <summary>Scales a tempo for the network's input "tempo".</summary>
    /// <param name="quartersPerMinute">Any tempo.</param>
    /// <returns>(tempo - 120) / 60, -1 to 4/3.</returns>
    public static float Scale(double quartersPerMinute) => (float)((Limit(quartersPerMinute) - Default) / Default * 2);

    private static double Limit(double tempo) => double.IsNaN(tempo) ? Default : Math.Clamp(tempo, Slowest, Fastest);
}
