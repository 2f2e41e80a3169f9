using DrumSpace.Music;

namespace DrumSpace.Engine.Steps;

/// <summary>
/// Lays the pattern over the song. It loops over 8 quarters from the song's start; where the host's bars divide those 8 quarters (4/4, 2/4,
/// 2/2 ...) but do not begin at multiples of their own length, as after a pick-up bar, the pattern moves with them. Other bars (3/4, 7/8)
/// run across the pattern.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct PatternGrid
{
    private const int StepsPerBeat = 4;
    private const int StepsPerBar = 16;

    private int _origin;
    private int _barSteps = StepsPerBar;

    public PatternGrid()
    {
    }

    /// <summary>Takes the host's bars.</summary>
    public void Follow(in HostTime time)
    {
        _origin = 0;
        _barSteps = StepsPerBar;
        if (!time.HasTimeSignature || time.Numerator is < 1 or > 64 || time.Denominator is < 1 or > 64)
        {
            return;
        }

        int steps = StepsPerBar * time.Numerator / time.Denominator;
        bool isWhole = StepsPerBar * time.Numerator % time.Denominator == 0;
        if (!isWhole || steps > Pattern.StepCount || Pattern.StepCount % steps != 0)
        {
            return;
        }

        _barSteps = steps;
        if (time.HasBarStart && Math.Abs(time.BarStart) < 1e9)
        {
            _origin = Modulo((long)Math.Round(time.BarStart / StepClock.StepQuarters), steps);
        }
    }

    /// <summary>The step of the pattern, 0 to 31, that a step of the song plays.</summary>
    public readonly int StepOf(long songStep) => Modulo(songStep - _origin, Pattern.StepCount);

    /// <summary>Whether a beat that waits takes over at a step of the pattern.</summary>
    public readonly bool IsBoundary(BeatQuantization quantization, int step) => quantization switch
    {
        BeatQuantization.Beat => step % StepsPerBeat == 0,
        BeatQuantization.Bar => step % _barSteps == 0,
        BeatQuantization.Pattern => step == 0,
        _ => true,
    };

    private static int Modulo(long value, int length) => (int)(((value % length) + length) % length);
}
