namespace DrumSpace.Host.Live;

/// <summary>
/// Follows MIDI clock. A start or continue takes effect with the next tick, as MIDI defines; the position then runs at the filtered tempo
/// (<see cref="ClockFollower"/>), and what it differs from the filtered ticks is taken up within a fraction of a second, never by a jump.
/// </summary>
internal sealed class MidiClockLeader(LiveClock clock) : TimeLeader
{
    private const byte SongPosition = 0xF2;
    private const byte Tick = 0xF8;
    private const byte Start = 0xFA;
    private const byte Continue = 0xFB;
    private const byte Halt = 0xFC;
    private const int TicksPer16th = 6;
    private const int TicksPerQuarter = ClockFollower.TicksPerQuarter;

    // After a quarter without ticks the sender is gone.
    private const int MaxLostTicks = TicksPerQuarter;

    private readonly Change[] _changes = new Change[16];
    private int _changeCount;
    private bool _isArmed;
    private bool _isRunning;
    private long _nextTick;
    private long _indexOffset;

    /// <summary>The clock behind the ticks.</summary>
    public ClockFollower Follower { get; } = new(clock.SampleRate);

    /// <summary>Whether ticks come in.</summary>
    public bool HasClock => Follower.HasTempo;

    public override void Begin(LiveBlock block)
    {
        for (int index = 0; index < block.MidiIn.Count; index++)
        {
            Take(clock.Frame + block.MidiIn.FrameOf(index), block.MidiIn.BytesOf(index));
        }

        if (Follower.Index >= 0 && clock.Frame - Follower.TickTime > MaxLostTicks * Follower.Period)
        {
            Add(new Change(clock.Frame, IsStart: false, 0));
            _isRunning = _isArmed = false;
            Follower.Reset(clock.Tempo);
        }
    }

    public override int Steer(int frames)
    {
        int done = 0;
        while (done < _changeCount && _changes[done].Frame <= clock.Frame)
        {
            Apply(_changes[done++]);
        }

        _changes.AsSpan(done, _changeCount - done).CopyTo(_changes);
        _changeCount -= done;
        if (_changeCount > 0)
        {
            frames = (int)Math.Min(frames, _changes[0].Frame - clock.Frame);
        }

        if (Follower.HasTempo)
        {
            Follow(frames);
        }

        return frames;
    }

    public override double PpqOf(long deviceFrame) => clock.Ppq;

    public override void Play()
    {
    }

    public override void Stop()
    {
        _isRunning = _isArmed = false;
        clock.Stop();
    }

    public override void Locate(double ppq)
    {
    }

    public override void SetTempo(double bpm)
    {
        if (!Follower.HasTempo)
        {
            clock.SetTempo(bpm);
            Follower.Reset(bpm);
        }
    }

    private void Take(long frame, ReadOnlySpan<byte> message)
    {
        switch (message[0])
        {
            case Tick:
                TakeTick(frame);
                break;
            case Start:
                (_nextTick, _isArmed) = (0, true);
                break;
            case Continue:
                _isArmed = true;
                break;
            case Halt:
                // The next tick is the one that a continue begins with.
                _isArmed = _isRunning = false;
                Add(new Change(frame, IsStart: false, 0));
                break;
            case SongPosition when message.Length == 3:
                _nextTick = (message[1] | message[2] << 7) * TicksPer16th;
                _isArmed |= _isRunning;
                break;
        }
    }

    private void TakeTick(long frame)
    {
        long before = Follower.Index;
        Follower.Tick(frame);
        if (_isArmed)
        {
            _isArmed = false;
            _isRunning = true;
            _indexOffset = _nextTick - Follower.Index;

            // A tick that came early is waited for; a late one starts the song at once, so that its first note is not lost.
            Add(new Change(Math.Max(frame, (long)Math.Ceiling(Follower.TickTime)), IsStart: true, (double)_nextTick / TicksPerQuarter));
            _nextTick++;
        }
        else if (_isRunning)
        {
            _nextTick += Follower.Index - before;
        }
    }

    private void Add(in Change change)
    {
        // More than 16 starts and stops in a block are noise; the last of them still count.
        _changeCount = Math.Min(_changeCount, _changes.Length - 1);
        _changes[_changeCount++] = change;
    }

    private void Apply(in Change change)
    {
        if (change.IsStart)
        {
            clock.Locate(change.Ppq);
            clock.Play();
        }
        else
        {
            clock.Stop();
        }
    }

    private void Follow(int frames)
    {
        double tempo = Math.Clamp(Follower.Tempo, LiveTransport.MinTempo, LiveTransport.MaxTempo);
        bool follows = clock.IsPlaying && _isRunning;
        double error = follows ? ((Follower.IndexAt(clock.Frame) + _indexOffset) / TicksPerQuarter) - clock.Ppq : 0;
        clock.Pull(error, tempo, frames);
    }

    private readonly record struct Change(long Frame, bool IsStart, double Ppq);
}
