using DrumSpace.Music;

namespace DrumSpace.Engine.Listening;

/// <summary>
/// Takes two bars of played drums onto the 32 steps of a pattern. While the song runs, it begins with the next bar line, and a jump makes
/// it begin anew; while the song stands, it begins with the first hit, at the tempo that was last. A stop ends it with what was played. A
/// hit counts for the step nearest to it, so the first step begins half a step before the bar line.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
public sealed class PatternRecorder
{
    private const int MostWaiting = 64;
    private const double StepsPerQuarter = 4;
    private const double Quarters = Pattern.StepCount / StepsPerQuarter;
    private const double HalfStep = 0.5 / StepsPerQuarter;

    // Who asks for it within this of a bar line means that one (a 128th).
    private const double Slack = 1.0 / 32;

    private readonly byte[] _velocities = new byte[Pattern.CellCount];
    private readonly (byte Voice, byte Velocity)[] _waiting = new (byte, byte)[MostWaiting];
    private int _waitingCount;
    private double _asked;
    private double _start;
    private bool _hasBegun;
    private bool _wasRolling;

    /// <summary>Whether it listens.</summary>
    public bool IsListening { get; private set; }

    /// <summary>The hardest hit of each cell, 1 to 127, and 0 where there was none; cell = step * 14 + voice.</summary>
    public ReadOnlySpan<byte> Velocities => _velocities;

    /// <summary>Begins to listen.</summary>
    public void Begin()
    {
        IsListening = true;
        _wasRolling = false;
        Clear();
    }

    /// <summary>Listens no longer.</summary>
    public void End() => IsListening = false;

    /// <summary>Takes a hit at the first frame of the block that comes next; those beyond 64 a block are passed over.</summary>
    /// <param name="voice">The drum.</param>
    /// <param name="velocity">1 to 127.</param>
    public void Hear(Voice voice, int velocity)
    {
        if (IsListening && _waitingCount < MostWaiting)
        {
            _waiting[_waitingCount++] = ((byte)voice, (byte)Math.Clamp(velocity, 1, 127));
        }
    }

    /// <summary>Goes on by a block that was played.</summary>
    /// <param name="time">Where it lay.</param>
    /// <param name="quarters">How long it was, in quarters at the tempo that was last.</param>
    /// <returns>Whether the two bars are over; it listens no longer then.</returns>
    public bool Follow(in CaptureTime time, double quarters)
    {
        if (!IsListening)
        {
            return false;
        }

        bool isOver = time.IsRolling ? FollowSong(time) : FollowClock(quarters);
        _waitingCount = 0;
        _wasRolling = time.IsRolling;
        IsListening = !isOver;
        return isOver;
    }

    private bool FollowSong(in CaptureTime time)
    {
        if (!_wasRolling || time.HasJumped)
        {
            int waiting = _waitingCount;
            Clear();
            _waitingCount = waiting;
            _asked = time.Start;
        }

        if (!_hasBegun)
        {
            _hasBegun = time.BarStart >= _asked - Slack;
            _start = _hasBegun ? time.BarStart : time.NextBar;
        }

        TakeWaiting(time.Start - _start);
        return _hasBegun && time.End >= _start + Quarters - HalfStep;
    }

    private bool FollowClock(double quarters)
    {
        if (_wasRolling)
        {
            if (_hasBegun && _velocities.AsSpan().ContainsAnyExcept((byte)0))
            {
                return true;
            }

            Clear();
        }

        if (!_hasBegun && _waitingCount == 0)
        {
            return false;
        }

        // Here the start is how far the clock has come.
        _hasBegun = true;
        TakeWaiting(_start);
        _start += quarters;
        return _start >= Quarters - HalfStep;
    }

    private void TakeWaiting(double sinceStart)
    {
        double step = Math.Floor(sinceStart * StepsPerQuarter + 0.5);
        if (!(step is >= 0 and < Pattern.StepCount))
        {
            return;
        }

        for (int number = 0; number < _waitingCount; number++)
        {
            (byte voice, byte velocity) = _waiting[number];
            ref byte cell = ref _velocities[(int)step * Pattern.VoiceCount + voice];
            cell = Math.Max(cell, velocity);
        }
    }

    private void Clear()
    {
        Array.Clear(_velocities);
        _waitingCount = 0;
        _hasBegun = false;
        _start = 0;
    }
}
