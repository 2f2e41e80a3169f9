using DrumSpace.Music;

namespace DrumSpace.Engine.Listening;

/// <summary>
/// Records two bars of played drums onto the 32 steps of a pattern. While the song runs, the recording starts at the next bar line, and
/// again after a jump; while the song stands, it starts with the first hit, at the last tempo. A stop of the song ends it with what was
/// played so far. A hit belongs to the nearest step, so the first step starts half a step before the bar line.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
public sealed class PatternRecorder
{
    private const int MaxPending = 64;
    private const double StepsPerQuarter = 4;
    private const double Quarters = Pattern.StepCount / StepsPerQuarter;
    private const double HalfStep = 0.5 / StepsPerQuarter;

    // Quarters (a 128th note): a recording that is armed this soon after a bar line starts at that line.
    private const double Tolerance = 1.0 / 32;

    private readonly byte[] _velocities = new byte[Pattern.CellCount];
    private readonly (Voice Voice, byte Velocity)[] _pending = new (Voice, byte)[MaxPending];
    private int _pendingCount;
    private double _armedAt;
    private double _start;
    private bool _hasStarted;
    private bool _wasRolling;

    /// <summary>Whether it records, or waits for the start.</summary>
    public bool IsRecording { get; private set; }

    /// <summary>The highest velocity of each cell, 1 to 127, and 0 where there was no hit; cell = step * 14 + voice.</summary>
    public ReadOnlySpan<byte> Velocities => _velocities;

    /// <summary>Arms a new recording.</summary>
    public void Begin()
    {
        IsRecording = true;
        _wasRolling = false;
        _pendingCount = 0;
        Clear();
    }

    /// <summary>Ends the recording.</summary>
    public void End() => IsRecording = false;

    /// <summary>Adds a hit at the first frame of the next block; hits beyond 64 a block are dropped.</summary>
    /// <param name="voice">The drum.</param>
    /// <param name="velocity">1 to 127.</param>
    public void Add(Voice voice, int velocity)
    {
        if (IsRecording && _pendingCount < MaxPending)
        {
            _pending[_pendingCount++] = (voice, (byte)Math.Clamp(velocity, 1, 127));
        }
    }

    /// <summary>Advances by a block that was played.</summary>
    /// <param name="time">Its place on the capture timeline.</param>
    /// <param name="quarters">Its length in quarters at the last tempo.</param>
    /// <returns>Whether the recording is complete, and has ended.</returns>
    public bool Advance(in CaptureTime time, double quarters)
    {
        if (!IsRecording)
        {
            return false;
        }

        bool isComplete = time.IsRolling ? FollowSong(time) : FollowClock(quarters);
        _pendingCount = 0;
        _wasRolling = time.IsRolling;
        IsRecording = !isComplete;
        return isComplete;
    }

    private bool FollowSong(in CaptureTime time)
    {
        if (!_wasRolling || time.HasJumped)
        {
            Clear();
            _armedAt = time.Start;
        }

        if (!_hasStarted)
        {
            _hasStarted = time.BarStart >= _armedAt - Tolerance;
            _start = _hasStarted ? time.BarStart : time.NextBar;
        }

        RecordPending(time.Start - _start);
        return _hasStarted && time.End >= _start + Quarters - HalfStep;
    }

    private bool FollowClock(double quarters)
    {
        if (_wasRolling)
        {
            if (_hasStarted && _velocities.AsSpan().ContainsAnyExcept((byte)0))
            {
                return true;
            }

            _pendingCount = 0;
            Clear();
        }

        if (!_hasStarted && _pendingCount == 0)
        {
            return false;
        }

        // Without a song, the start is the time that has passed.
        _hasStarted = true;
        RecordPending(_start);
        _start += quarters;
        return _start >= Quarters - HalfStep;
    }

    private void RecordPending(double sinceStart)
    {
        double step = Math.Floor(sinceStart * StepsPerQuarter + 0.5);
        if (!(step is >= 0 and < Pattern.StepCount))
        {
            return;
        }

        foreach ((Voice voice, byte velocity) in _pending.AsSpan(0, _pendingCount))
        {
            ref byte cell = ref _velocities[(int)step * Pattern.VoiceCount + (int)voice];
            cell = Math.Max(cell, velocity);
        }
    }

    private void Clear()
    {
        Array.Clear(_velocities);
        _hasStarted = false;
        _start = 0;
    }
}
