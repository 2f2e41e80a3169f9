using DrumSpace.Music;

namespace DrumSpace.Engine.Steps;

/// <summary>
/// Lays the pattern over the song. Its steps loop from the song's start; where the host's bars divide 8 quarters (4/4, 2/4, 2/2 ...) but
/// do not begin at multiples of their own length, as after a pick-up bar, the pattern moves with them. Other bars (3/4, 7/8) run across
/// the pattern. Steps of the song are counted at the pattern's rate: 8ths in half time, 32nds in double time, 16ths otherwise.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct PatternGrid
{
    private const int SixteenthsPerBar = 16;
    private const long NoStep = long.MinValue;

    private int _origin;
    private int _barSteps = SixteenthsPerBar;
    private int _stepsPerQuarter = 4;
    private int _length = Pattern.StepCount;
    private int _start;
    private FillInterval _fillInterval;
    private bool _hasFills;

    // A fill of the moment: whether it is on, whether its first step is still to come, and the step that it had last.
    private bool _isFilling;
    private bool _beginsFilling;
    private long _filledStep = NoStep;

    public PatternGrid()
    {
    }

    /// <summary>A step of the song that begins a bar.</summary>
    public readonly int Origin => _origin;

    /// <summary>Steps a quarter: 2, 4 or 8.</summary>
    public readonly int StepsPerQuarter => _stepsPerQuarter;

    /// <summary>Quarters a bar.</summary>
    public readonly double BarQuarters => (double)_barSteps / _stepsPerQuarter;

    /// <summary>Takes the host's bars, and length, start, speed and fills of the pattern.</summary>
    public void Follow(in HostTime time, in EngineSettings settings)
    {
        _length = settings.PatternLength;
        _start = settings.PatternStart;
        _fillInterval = settings.FillInterval;
        _hasFills = settings.Fill > 0;
        _isFilling = settings.FillNow;
        _beginsFilling = _isFilling || (_beginsFilling && time.IsPlaying);
        _stepsPerQuarter = settings.Speed switch
        {
            PatternSpeed.Half => 2,
            PatternSpeed.Double => 8,
            _ => 4,
        };
        _origin = 0;
        int sixteenths = SixteenthsOf(time);
        _barSteps = Math.Max(sixteenths * _stepsPerQuarter / 4, 1);
        if (sixteenths > 0 && time.HasBarStart && Math.Abs(time.BarStart) < 1e9)
        {
            _origin = Modulo((long)Math.Round(time.BarStart * _stepsPerQuarter), _barSteps);
        }

        _barSteps = sixteenths > 0 ? _barSteps : SixteenthsPerBar * _stepsPerQuarter / 4;
    }

    /// <summary>The step of the pattern, 0 to 31, that a step of the song plays.</summary>
    public readonly int StepOf(long songStep) => (_start + Modulo(songStep - _origin, _length)) % Pattern.StepCount;

    /// <summary>The bar of the song in which a step lies; 0 for the first.</summary>
    public readonly long BarOf(long songStep) => (songStep - _origin - Modulo(songStep - _origin, _barSteps)) / _barSteps;

    /// <summary>The bar of the song in which a position lies.</summary>
    /// <param name="ppq">The position in quarters.</param>
    public readonly long BarAt(double ppq) => (long)Math.Floor((ppq * _stepsPerQuarter - _origin) / _barSteps);

    /// <summary>The position, in quarters, at which a bar begins.</summary>
    public readonly double StartOf(long bar) => (double)(bar * _barSteps + _origin) / _stepsPerQuarter;

    /// <summary>Whether a pattern that waits takes over at a step of the song.</summary>
    public readonly bool IsBoundary(PatternSwitch when, long songStep) => when switch
    {
        PatternSwitch.Beat => Modulo(songStep - _origin, _stepsPerQuarter) == 0,
        PatternSwitch.Bar => Modulo(songStep - _origin, _barSteps) == 0,
        PatternSwitch.Pattern => Modulo(songStep - _origin, _length) == 0,
        _ => true,
    };

    /// <summary>
    /// How far a fill has risen at a step of the song: evenly from above 0 to 1 at its last step, and 0 outside of it. Asked once a step.
    /// </summary>
    /// <param name="songStep">The step.</param>
    /// <param name="isSlotEnding">Whether another slot takes over with the next bar.</param>
    public double FillRamp(long songStep, bool isSlotEnding)
    {
        // A fill of the moment goes on to the end of its bar; a song that goes back ends it.
        bool isFilled = _beginsFilling || (songStep > _filledStep && _filledStep != NoStep && BarOf(songStep) == BarOf(_filledStep));
        _filledStep = isFilled ? songStep : NoStep;
        _beginsFilling = _isFilling;
        return isFilled ? BarRamp(songStep) : _hasFills ? IntervalRamp(songStep, isSlotEnding) : 0;
    }

    private readonly double IntervalRamp(long songStep, bool isSlotEnding)
    {
        if (_fillInterval == FillInterval.Pattern)
        {
            int steps = Math.Min(_barSteps, Math.Max(_length / 2, 1));
            int done = Modulo(songStep - _origin, _length) - (_length - steps) + 1;
            return done > 0 ? done / (double)steps : 0;
        }

        int bars = _fillInterval switch
        {
            FillInterval.FourBars => 4,
            FillInterval.EightBars => 8,
            FillInterval.SixteenBars => 16,
            _ => 0,
        };
        bool isFilled = bars == 0 ? isSlotEnding : Modulo(BarOf(songStep), bars) == bars - 1;
        return isFilled ? BarRamp(songStep) : 0;
    }

    private readonly double BarRamp(long songStep) => (Modulo(songStep - _origin, _barSteps) + 1) / (double)_barSteps;

    // Sixteenths of a bar that the pattern can follow; 0 for others.
    private static int SixteenthsOf(in HostTime time)
    {
        if (!time.HasTimeSignature || time.Numerator is < 1 or > 64 || time.Denominator is < 1 or > 64)
        {
            return 0;
        }

        int steps = SixteenthsPerBar * time.Numerator / time.Denominator;
        bool isWhole = SixteenthsPerBar * time.Numerator % time.Denominator == 0;
        return isWhole && steps <= Pattern.StepCount && Pattern.StepCount % steps == 0 ? steps : 0;
    }

    private static int Modulo(long value, int length) => (int)(((value % length) + length) % length);
}
