using System.Diagnostics;
using DrumSpace.RealTime;

namespace DrumSpace.Host.Live;

/// <summary>Plays the blocks of one device: the audio thread's part of a <see cref="LiveEngine"/>.</summary>
/// <remarks>
/// All but <see cref="Process"/> and <see cref="PositionOf"/> is the main thread's. Those two neither allocate, lock, wait, log nor throw
/// after <see cref="WarmUp"/>; where a plugin throws, it is counted as a loss and the block is silent.
/// </remarks>
internal sealed class LivePlayer
{
    private const int MaxTimedCommands = 64;
    private const int WarmUpBlocks = 4;
    private const int MaxPlayedMessages = 2048;

    // Blocks after the last note-off, so that every port of the device has passed it on.
    private const int BlocksAfterEnd = 3;

    private readonly LiveChain _chain;
    private readonly LiveTransport _transport;
    private readonly LiveClock _clock;
    private readonly OwnTimeLeader _ownLeader;
    private readonly DeviceTimeLeader _deviceLeader;
    private readonly MidiClockLeader _clockLeader;
    private readonly TimeLeader _leader;
    private readonly ClockSender? _sender;
    private readonly LiveMeters _meters;
    private readonly SeqLock<LiveStatus> _status;
    private readonly HistoryRing<PlayedMessage> _played;
    private readonly NoteTracker _sounding;
    private readonly (int Frame, TransportCommand Command)[] _commands = new (int, TransportCommand)[MaxTimedCommands];
    private readonly bool _obeysMachineControl;
    private readonly int _segmentFrames;
    private (double Start, double End) _loop;
    private int _commandCount;
    private long _losses;
    private long _allocated;
    private long _allocatedBefore;
    private long _blocks = -WarmUpBlocks;
    private int _playedRoom;
    private int _blocksAfterEnd;
    private volatile bool _isEnding;
    private volatile LiveCapture? _capture;
    private LiveCapture? _blockCapture;

    public LivePlayer(
        LiveChain chain,
        LiveTransport transport,
        LiveOptions options,
        LiveDevice device,
        SeqLock<LiveStatus> status,
        HistoryRing<PlayedMessage> played,
        LivePlayer? before)
    {
        _chain = chain;
        _transport = transport;
        _status = status;
        _played = played;
        _segmentFrames = device.BlockFrames;
        _obeysMachineControl = options.ObeysMachineControl;
        _clock = new LiveClock(device.SampleRate, before?._clock.Tempo ?? options.Tempo)
        {
            TimeSignature = before?._clock.TimeSignature ?? options.Meter,
        };
        _clock.Locate(before?._clock.Ppq ?? 0);
        _ownLeader = new OwnTimeLeader(_clock);
        _deviceLeader = new DeviceTimeLeader(_clock, device);
        _clockLeader = new MidiClockLeader(_clock);
        _leader = LeaderOf(before?.Source ?? options.Source);
        (double Start, double End)? loop = before == null ? options.Loop : before._clock.Loop;
        _clock.SetLoop(_leader == _ownLeader ? loop : null);
        _loop = loop ?? before?._loop ?? (0, 16.0 * _clock.TimeSignature.Numerator / _clock.TimeSignature.Denominator);

        // What sounded on a device that was lost is ended on the next, and what ran by its clock is stopped.
        _sounding = before?._sounding ?? new NoteTracker();
        _sender = options.SendsClock ? new ClockSender(isRunning: before?._sender is { IsRunning: true }) : null;
        _meters = new LiveMeters(device.SampleRate);
        _chain.Configure(_clock, _segmentFrames);
    }

    public double SampleRate => _clock.SampleRate;

    /// <summary>The capture under way.</summary>
    public LiveCapture? Capture
    {
        get => _capture;
        set => _capture = value;
    }

    /// <summary>Whether all notes have ended and gone out.</summary>
    public bool HasEnded => Volatile.Read(ref _blocksAfterEnd) >= BlocksAfterEnd;

    private SyncSource Source => _leader == _clockLeader ? SyncSource.MidiClock
        : _leader == _deviceLeader ? SyncSource.Device : SyncSource.Own;

    /// <summary>Plays stopped blocks into nothing, so that what is compiled or bound at first use is not on the audio thread.</summary>
    public void WarmUp()
    {
        // Other assemblies' generic code is not precompiled, and these are not used before the first command, note or capture.
        _ = new RingQueue<TransportCommand>(1).TryTake(out _);
        _ = new RingQueue<CapturedEvent>(1).TryAdd(default(CapturedEvent));
        _ = new RingQueue<float>(1).TryAdd([0f]);
        HistoryRing<PlayedMessage> ring = new(1);
        ring.Begin(1);
        ring.Add(default);
        LiveBlock block = new(_chain.InputCount, _chain.OutputCount, _segmentFrames);
        while (_blocks < 0)
        {
            block.Begin(_segmentFrames, default);
            Process(block);
        }

        _clock.Restart();
    }

    /// <summary>Asks the audio thread to end the song and its notes.</summary>
    public void End() => _isEnding = true;

    /// <summary>Waits until the audio thread has begun and ended a block, or the limit is over.</summary>
    public void WaitForBlock(TimeSpan limit)
    {
        long start = Stopwatch.GetTimestamp();
        long blocks = Volatile.Read(ref _blocks);
        while (Volatile.Read(ref _blocks) < blocks + 2 && Stopwatch.GetElapsedTime(start) < limit)
        {
            Thread.Sleep(1);
        }
    }

    public SongPosition PositionOf(long frame) =>
        new(_leader.PpqOf(frame), _clock.Tempo, _clock.TimeSignature.Numerator, _clock.TimeSignature.Denominator);

    public void Process(LiveBlock block)
    {
        long start = Stopwatch.GetTimestamp();
        _played.Begin(MaxPlayedMessages);
        _playedRoom = MaxPlayedMessages;
        _blockCapture = _capture;
        try
        {
            if (_isEnding)
            {
                PlayEnd(block);
            }
            else
            {
                Play(block);
            }
        }
        catch (Exception)
        {
            // Nothing may reach the device's native thread.
            _losses++;
        }

        block.MidiOut.Sort();
        _played.End(_clock.Frame);
        _blockCapture?.End(block, _clock.ElapsedAt(0));
        _meters.Measure(block, start);
        Publish(block);

        // Counted from the end of the block before, so that the device's own code on this thread counts, too.
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        _allocated += _blocks > 0 ? allocated - _allocatedBefore : 0;
        _allocatedBefore = allocated;
        Volatile.Write(ref _blocks, _blocks + 1);
    }

    private TimeLeader LeaderOf(SyncSource source) => source switch
    {
        SyncSource.Device => _deviceLeader,
        SyncSource.MidiClock => _clockLeader,
        _ => _ownLeader,
    };

    private void Play(LiveBlock block)
    {
        if (_blocks >= 0)
        {
            CollectCommands(block);
        }

        if (_blocks == 0)
        {
            _sounding.EndAll(0, block.MidiOut);
        }

        _leader.Begin(block);
        int done = 0;
        int messages = 0;
        for (int offset = 0, frames; offset < block.Frames; offset += frames)
        {
            while (done < _commandCount && _commands[done].Frame <= offset)
            {
                Apply(_commands[done++].Command);
            }

            int next = done < _commandCount ? _commands[done].Frame : block.Frames;
            frames = _leader.Steer(Math.Min(next - offset, _segmentFrames));
            frames = _clock.Limit(frames);
            messages = QueueMidi(block, messages, offset, frames);
            PlaySegment(block, offset, frames);
        }
    }

    // The song stops, the plugins end their notes, and what still sounds is ended here.
    private void PlayEnd(LiveBlock block)
    {
        if (_blocksAfterEnd > 0)
        {
            Volatile.Write(ref _blocksAfterEnd, _blocksAfterEnd + 1);
            return;
        }

        _clock.Stop();
        _chain.Clear();
        PlaySegment(block, 0, Math.Min(block.Frames, _segmentFrames));
        _sounding.EndAll(block.Frames - 1, block.MidiOut);
        Volatile.Write(ref _blocksAfterEnd, 1);
    }

    private void CollectCommands(LiveBlock block)
    {
        _commandCount = 0;
        while (_commandCount < MaxTimedCommands && _transport.TryTake(out TransportCommand command))
        {
            _commands[_commandCount++] = (0, command);
        }

        for (int index = 0; _obeysMachineControl && index < block.MidiIn.Count && _commandCount < MaxTimedCommands; index++)
        {
            if (MachineControl.TryRead(block.MidiIn.BytesOf(index), out TransportCommandKind kind, out double seconds))
            {
                _commands[_commandCount++] = (block.MidiIn.FrameOf(index), new TransportCommand(kind, seconds * _clock.Tempo / 60));
            }
        }
    }

    private void Apply(in TransportCommand command)
    {
        switch (command.Kind)
        {
            case TransportCommandKind.Play:
                _leader.Play();
                break;
            case TransportCommandKind.Stop:
            case TransportCommandKind.Toggle when _clock.IsPlaying:
                _leader.Stop();
                break;
            case TransportCommandKind.Toggle:
                _leader.Play();
                break;
            case TransportCommandKind.Locate:
                _leader.Locate(command.A);
                break;
            case TransportCommandKind.SetTempo:
                _leader.SetTempo(command.A);
                break;
            case TransportCommandKind.SetLoop:
                _loop = (command.A, command.B);
                _clock.SetLoop(_leader == _ownLeader ? _loop : null);
                break;
            case TransportCommandKind.ClearLoop:
                _clock.SetLoop(null);
                break;
        }
    }

    // Channel messages go into the chain; returns the first message after the segment.
    private int QueueMidi(LiveBlock block, int index, int offset, int frames)
    {
        _chain.Clear();
        for (; index < block.MidiIn.Count && block.MidiIn.FrameOf(index) < offset + frames; index++)
        {
            ReadOnlySpan<byte> message = block.MidiIn.BytesOf(index);
            if (message[0] is >= 0x80 and < 0xF0 && message.Length >= 2)
            {
                int frame = Math.Max(0, block.MidiIn.FrameOf(index) - offset);
                _chain.Queue(new ShortMessage(frame, message[0], message[1], message.Length > 2 ? message[2] : (byte)0));
            }
        }

        return index;
    }

    private void PlaySegment(LiveBlock block, int offset, int frames)
    {
        _clock.Begin();
        _blockCapture?.Begin(_clock);
        if (_blocks >= 0)
        {
            _sender?.Send(_clock, offset, frames, block.MidiOut);
        }

        _chain.Process(block, offset, frames);
        foreach (ref readonly ShortMessage message in _chain.Emitted)
        {
            _sounding.Follow(message);
            Send(message, offset + message.Frame, block.MidiOut);
            PlayedMessage played = new(
                _clock.Frame + message.Frame, _clock.PpqAt(message.Frame), _clock.ElapsedAt(message.Frame), message.Status, message.Data1,
                message.Data2);
            if (_playedRoom > 0)
            {
                _playedRoom--;
                _played.Add(played);
            }

            _blockCapture?.Add(played, _clock.IsPlaying);
        }

        _clock.Advance(frames);
    }

    private static void Send(in ShortMessage message, int frame, LiveMidiBuffer output)
    {
        bool isShort = (message.Status & 0xF0) is 0xC0 or 0xD0;
        ReadOnlySpan<byte> bytes = [message.Status, message.Data1, message.Data2];
        output.Add(frame, isShort ? bytes[..2] : bytes);
    }

    private void Publish(LiveBlock block)
    {
        LiveStatus status = _status.Owned;
        _status.BeginWrite();
        status.IsPlaying = _clock.IsPlaying;
        status.Ppq = _clock.Ppq;
        status.Tempo = _clock.Tempo;
        status.Meter = _clock.TimeSignature;
        status.HasLoop = _clock.Loop != null;
        (status.LoopStart, status.LoopEnd) = _loop;
        status.Source = Source;
        status.HasClock = _leader == _clockLeader && _clockLeader.HasClock;
        status.ClockTempo = status.HasClock ? _clockLeader.Follower.Tempo : 0;
        status.Frame = _clock.Frame;
        _meters.Fill(status, block.OutputCount);
        status.AllocatedBytes = _allocated;
        status.Losses = _losses + _chain.Losses + block.MidiIn.Dropped + block.MidiOut.Dropped;
        _status.EndWrite();
    }
}
