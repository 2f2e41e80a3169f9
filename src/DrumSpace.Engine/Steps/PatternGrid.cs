using DrumSpace.Engine.Transport;
using DrumSpace.Music;

namespace DrumSpace.Engine.Steps;

/// <summary>
/// Lays the pattern over the song. Its two bars of 16 steps are played in turn, each from its start at a bar line of the host; a longer bar
/// goes on into the next steps. Bars that divide the pattern (4/4, 2/4, 2/2 ...) play it through without a break, whatever its length, and
/// of bars shorter than half a bar of the pattern as many follow each other as fit. Steps are 8ths in half time, 32nds in double time,
/// 16ths otherwise.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct PatternGrid
{
    private const long NoStep = long.MinValue;

    // Quarters: rounding must not give the step before.
    private const double Noise = 1e-7;

    private int _length = Pattern.StepCount;
    private int _start;
    private FillInterval _fillInterval;
    private bool _hasFills;

    // A fill of the moment: whether it is on, whether its first step is still to come, and the step that it had last.
    private bool _isFilling;
    private bool _beginsFilling;
    private long _filledStep = NoStep;

    // The steps after which the pattern begins anew, and those of them after which its other bar begins where bars do not divide it.
    private int _passSteps = Pattern.StepCount;
    private int _turnSteps = Pattern.StepCount;

    public PatternGrid()
    {
    }

    /// <summary>Where the steps lie.</summary>
    public StepGrid Steps { get; private set; } = StepGrid.Default;

    /// <summary>Takes the song's bars, and length, start, speed and fills of the pattern.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="isFillWanted">Whether a fill of the moment was wanted since the last call, also where it is over.</param>
    public void Follow(in SongBars bars, in EngineSettings settings, bool isFillWanted)
    {
        int stepsPerQuarter = settings.Speed switch
        {
            PatternSpeed.Half => 2,
            PatternSpeed.Double => 8,
            _ => 4,
        };
        StepGrid before = Steps;
        Steps = StepGrid.Of(bars, stepsPerQuarter);
        _filledStep = Steps == before ? _filledStep : NoStep;
        _hasFills = settings.Fill > 0;
        _isFilling = settings.FillNow;
        _beginsFilling |= _isFilling || isFillWanted;
        _length = settings.PatternLength;
        _start = settings.PatternStart;
        _fillInterval = settings.FillInterval;
        int barSteps = Steps.BarSteps;
        if (Pattern.StepCount % barSteps == 0)
        {
            _passSteps = _turnSteps = _length;
            return;
        }

        _turnSteps = Math.Max(Pattern.StepsPerBar / barSteps, 1) * barSteps;
        bool hasTurns = barSteps < Pattern.StepCount && _length > Pattern.StepsPerBar;
        _passSteps = hasTurns ? 2 * _turnSteps : _turnSteps;
    }

    /// <summary>Forgets a fill that was wanted and has not begun, because the song stands.</summary>
    public void Stand() => _beginsFilling = _isFilling;

    /// <summary>The step of the pattern, 0 to 31, that a step of the song plays.</summary>
    public readonly int StepOf(long songStep)
    {
        int inPass = InPass(songStep);
        int played = inPass < _turnSteps ? inPass : Pattern.StepsPerBar + inPass - _turnSteps;
        return (_start + played % _length) % Pattern.StepCount;
    }

    /// <summary>The place in the pattern at a position of the song: the step, 0 to 31, and the part of it that has passed.</summary>
    /// <param name="ppq">The position, in quarters.</param>
    /// <param name="swing">The part of each pair of steps that the first of them takes: 0.5 to 0.75.</param>
    public readonly double PlaceOf(double ppq, double swing)
    {
        long step = Steps.FirstAt(ppq + Noise);
        while (Steps.PpqOf(step, swing) > ppq + Noise)
        {
            step--;
        }

        double from = Steps.PpqOf(step, swing);
        double part = (ppq - from) / (Steps.PpqOf(step + 1, swing) - from);
        return StepOf(step) + Math.Clamp(part, 0, 1 - Noise);
    }

    /// <summary>Whether a step of the song plays what follows in the pattern on what the step before it plays.</summary>
    public readonly bool GoesOn(long songStep) =>
        InPass(songStep) != 0 && StepOf(songStep) == (StepOf(songStep - 1) + 1) % Pattern.StepCount;

    /// <summary>Whether a pattern that waits takes over at a step of the song.</summary>
    public readonly bool IsBoundary(PatternSwitch when, long songStep) => when switch
    {
        PatternSwitch.Beat => Steps.InBar(songStep) % Steps.StepsPerQuarter == 0,
        PatternSwitch.Bar => Steps.InBar(songStep) == 0,
        PatternSwitch.Pattern => InPass(songStep) == 0,
        _ => true,
    };

    /// <summary>Where a step of the song lies in a fill. Asked once a step.</summary>
    /// <param name="songStep">The step.</param>
    /// <param name="isSlotEnding">Whether another slot takes over with the next bar.</param>
    public FillPlace FillAt(long songStep, bool isSlotEnding)
    {
        // A fill of the moment goes on to the end of its bar; a song that goes back ends it.
        bool goesOn = songStep > _filledStep && _filledStep != NoStep && Steps.BarOf(songStep) == Steps.BarOf(_filledStep);
        bool isFilled = _beginsFilling || goesOn;
        _filledStep = isFilled ? songStep : NoStep;
        _beginsFilling = _isFilling;
        return isFilled ? InBarFill(songStep) : _hasFills ? InIntervalFill(songStep, isSlotEnding) : default;
    }

    private readonly FillPlace InIntervalFill(long songStep, bool isSlotEnding)
    {
        if (_fillInterval == FillInterval.Pattern)
        {
            int steps = Math.Min(Steps.BarSteps, Math.Max(_passSteps / 2, 1));
            int done = InPass(songStep) - (_passSteps - steps) + 1;
            return done > 0 ? new FillPlace(done / (double)steps, steps - done) : default;
        }

        int bars = _fillInterval switch
        {
            FillInterval.FourBars => 4,
            FillInterval.EightBars => 8,
            FillInterval.SixteenBars => 16,
            _ => 0,
        };
        bool isFilled = bars == 0 ? isSlotEnding : Modulo(Steps.BarOf(songStep), bars) == bars - 1;
        return isFilled ? InBarFill(songStep) : default;
    }

    private readonly FillPlace InBarFill(long songStep)
    {
        int done = Steps.InBar(songStep) + 1;
        return new FillPlace(done / (double)Steps.BarSteps, Steps.BarSteps - done);
    }

    private readonly int InPass(long songStep) => Modulo(songStep, _passSteps);

    private static int Modulo(long value, int length) => (int)(((value % length) + length) % length);
}
