namespace DrumSpace.Host.Live;

/// <summary>
/// Finds the steady tempo behind MIDI clock ticks that come with jitter and drops: a delay-locked loop of second order after Fons
/// Adriaensen, "Using a DLL to filter time" (2005). At first, and after a change of tempo, its gains are those of a least-squares line
/// through the ticks so far (the growing-memory alpha-beta filter), until they have fallen to those of the loop.
/// </summary>
/// <remarks>The audio thread; no allocation. Times are frames, in fractions.</remarks>
internal sealed class ClockFollower
{
    /// <summary>Ticks of a quarter.</summary>
    public const int TicksPerQuarter = 24;

    // The loop's bandwidth: so narrow that 5 ms of jitter move a tempo of 60 or more by less than 0.05 %.
    private const double Bandwidth = 0.1;

    // No jitter of 5 ms leads to an error above this twice in a row, or on the average; a change of tempo does.
    private const double LargeError = 0.0075;
    private const double LastingError = 0.0035;
    private const double ErrorWeight = 1.0 / 12;

    // The ticks of a first fit, and how much later than it expects a tick may come, in seconds: twice 5 ms of jitter, because that of the
    // ticks before is in the fit, and a rest. With 6 ms and 24 ticks one run in twenty miscounted at 174.7; of 4000 none does now.
    private const int FirstFit = 48;
    private const double FirstGap = 0.012;

    // After so many ticks in a row with gaps before them, the tempo has fallen: drops come singly.
    private const int GapsOfSlowerTempo = 6;

    private readonly double _sampleRate;
    private double _arrival;
    private double _averageError;
    private int _largeErrors;
    private int _gaps;
    private long _gapTicks;
    private int _fitted;

    /// <summary>Makes a follower without ticks.</summary>
    /// <param name="sampleRate">Frames per second.</param>
    public ClockFollower(double sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        _sampleRate = sampleRate;
        Reset(120);
    }

    /// <summary>The number of ticks that the sender has sent, less 1: those that were lost on the way are counted.</summary>
    public long Index { get; private set; }

    /// <summary>The filtered time of the last tick in frames; valid from the first tick on.</summary>
    public double TickTime { get; private set; }

    /// <summary>The time between ticks in frames.</summary>
    public double Period { get; private set; }

    /// <summary>Whether the tempo comes from ticks: there were two.</summary>
    public bool HasTempo { get; private set; }

    /// <summary>Quarters per minute.</summary>
    public double Tempo => 60 * _sampleRate / (TicksPerQuarter * Period);

    /// <summary>Forgets all ticks.</summary>
    /// <param name="tempo">The tempo until there are ticks, in quarters per minute.</param>
    public void Reset(double tempo)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tempo);
        Period = 60 * _sampleRate / (TicksPerQuarter * tempo);
        Index = -1;
        HasTempo = false;
        _averageError = 0;
        _fitted = _largeErrors = _gaps = 0;
        _gapTicks = 0;
    }

    /// <summary>Takes a tick.</summary>
    /// <param name="time">When it arrived, in frames; never before the last.</param>
    public void Tick(double time)
    {
        if (Index < 0)
        {
            Begin(time);
            return;
        }

        long steps = StepsTo(time);
        _gaps = steps > 1 ? _gaps + 1 : 0;
        _gapTicks = steps > 1 ? _gapTicks + steps - 1 : 0;
        if (_gaps == GapsOfSlowerTempo)
        {
            SlowDown(time);
        }
        else
        {
            Correct(time, steps);
        }

        _arrival = time;
        HasTempo = true;
    }

    /// <summary>The ticks that the sender has sent at a time, in fractions, counted as <see cref="Index"/>; from the first tick on.</summary>
    /// <param name="time">In frames.</param>
    /// <returns>The count.</returns>
    public double IndexAt(double time) => Index + ((time - TickTime) / Period);

    // How many ticks the sender is further. While the period is only guessed, what jitter explains is no gap.
    private long StepsTo(double time)
    {
        double gap = Math.Max(Period / 2, _fitted < FirstFit ? FirstGap * _sampleRate : 0);
        return HasTempo && time - TickTime - Period > gap ? Math.Max(2, (long)Math.Round((time - TickTime) / Period)) : 1;
    }

    private void Begin(double time)
    {
        Index = 0;
        TickTime = _arrival = time;
        _fitted = 1;
    }

    private void Correct(double time, long steps)
    {
        Index += steps;
        double predicted = TickTime + (steps * Period);
        double error = time - predicted;
        double omega = 2 * Math.PI * Bandwidth * Period / _sampleRate;
        double n = _fitted;
        double alpha = Math.Max(2 * ((2 * n) + 1) / ((n + 1) * (n + 2)), Math.Sqrt(2) * omega);
        double beta = Math.Max(6 / ((n + 1) * (n + 2)), omega * omega);
        _fitted = Math.Min(_fitted + 1, 100_000);
        TickTime = predicted + (Math.Min(1, alpha) * error);
        Period = Math.Clamp(Period + (beta * error / steps), ShortestPeriod, LongestPeriod);
        FindChange(error / _sampleRate, time);
    }

    // A change of tempo shows as an error that stays. A large one begins a new line with the last two ticks; a small one raises the
    // loop's gain.
    private void FindChange(double seconds, double time)
    {
        _averageError += (seconds - _averageError) * ErrorWeight;
        _largeErrors = Math.Abs(seconds) > LargeError ? _largeErrors + 1 : 0;
        if (_largeErrors >= 2)
        {
            Restart(time);
        }
        else if (Math.Abs(_averageError) > LastingError)
        {
            Refit(6);
        }
    }

    private void SlowDown(double time)
    {
        // These were no dropped ticks; undo their count.
        long counted = _gapTicks - (long)Math.Max(0, Math.Round((time - TickTime) / Period) - 1);
        Index += 1 - counted;
        Restart(time);
    }

    private void Restart(double time)
    {
        Period = Math.Clamp(time - _arrival, ShortestPeriod, LongestPeriod);
        TickTime = time;
        Refit(2);
    }

    private void Refit(int weight)
    {
        _fitted = Math.Min(_fitted, weight);
        _averageError = 0;
        _largeErrors = _gaps = 0;
        _gapTicks = 0;
    }

    private double ShortestPeriod => 60 * _sampleRate / (TicksPerQuarter * LiveTransport.MaxTempo);

    private double LongestPeriod => 60 * _sampleRate / (TicksPerQuarter * LiveTransport.MinTempo);
}
