namespace DrumSpace.Host.Live;

/// <summary>
/// Sends MIDI clock for a <see cref="LiveClock"/>: ticks at the nearest frame, stopped or not, and start, stop, continue and song position.
/// A start in the middle of a 16th is sent at the next one, since song positions count 16ths.
/// </summary>
/// <remarks>The audio thread; no allocation.</remarks>
/// <param name="isRunning">Whether receivers still run by the clock of a sender before.</param>
internal sealed class ClockSender(bool isRunning)
{
    private const int TicksPerQuarter = ClockFollower.TicksPerQuarter;
    private const int TicksPer16th = 6;

    // Of 14 bits, in 16ths.
    private const long MaxPosition = 16383;

    private long _nextTick;
    private long _startTick;
    private double _lastTickFrame = double.NegativeInfinity;

    /// <summary>Whether receivers have been started and not stopped.</summary>
    public bool IsRunning { get; private set; } = isRunning;

    /// <summary>Sends what lies in a segment.</summary>
    /// <param name="clock">Begun, at the segment's first frame.</param>
    /// <param name="offset">The segment's first frame in the block.</param>
    /// <param name="frames">The segment's length.</param>
    /// <param name="output">The block's output.</param>
    public void Send(LiveClock clock, int offset, int frames, LiveMidiBuffer output)
    {
        if (!clock.IsPlaying)
        {
            Halt(offset, output);
            SendIdleTicks(clock, offset, frames, output);
            return;
        }

        if (clock.HasJumped)
        {
            Halt(offset, output);
            FindStart(clock, offset, output);
        }

        SendTicks(clock, offset, frames, output);
    }

    private static void Send(LiveMidiBuffer output, int frame, byte status) => output.Add(frame, new ReadOnlySpan<byte>(in status));

    private void Halt(int offset, LiveMidiBuffer output)
    {
        if (IsRunning)
        {
            IsRunning = false;
            Send(output, offset, 0xFC);
        }
    }

    private void FindStart(LiveClock clock, int offset, LiveMidiBuffer output)
    {
        // Up to a frame past a tick, the tick is due now: loops end between frames.
        double ticks = (clock.Ppq - clock.QuartersPerFrame) * TicksPerQuarter;
        _nextTick = (long)Math.Ceiling(ticks);
        _startTick = Math.Max(0, (long)Math.Ceiling(ticks / TicksPer16th)) * TicksPer16th;
        long position = Math.Min(_startTick / TicksPer16th, MaxPosition);
        if (position > 0)
        {
            output.Add(offset, [0xF2, (byte)(position & 0x7F), (byte)(position >> 7)]);
        }
    }

    private void SendTicks(LiveClock clock, int offset, int frames, LiveMidiBuffer output)
    {
        while (true)
        {
            double place = (((double)_nextTick / TicksPerQuarter) - clock.Ppq) / clock.QuartersPerFrame;
            int frame = (int)Math.Round(Math.Clamp(place, 0, frames));
            if (frame >= frames)
            {
                return;
            }

            if (!IsRunning && _nextTick == _startTick)
            {
                IsRunning = true;
                Send(output, offset + frame, _startTick == 0 ? (byte)0xFA : (byte)0xFB);
            }

            Send(output, offset + frame, 0xF8);
            _lastTickFrame = clock.Frame + Math.Max(0, place);
            _nextTick++;
        }
    }

    private void SendIdleTicks(LiveClock clock, int offset, int frames, LiveMidiBuffer output)
    {
        double period = 1 / (TicksPerQuarter * clock.QuartersPerFrame);
        while (true)
        {
            double due = Math.Max(_lastTickFrame + period, clock.Frame);
            int frame = (int)Math.Round(Math.Min(due - clock.Frame, frames));
            if (frame >= frames)
            {
                return;
            }

            Send(output, offset + frame, 0xF8);
            _lastTickFrame = due;
        }
    }
}
