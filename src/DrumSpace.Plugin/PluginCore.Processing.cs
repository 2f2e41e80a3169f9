using DrumSpace.Engine;
using DrumSpace.Music;

namespace DrumSpace.Plugin;

/// <summary>The audio thread's side: no allocation, no lock, no wait, no log.</summary>
public sealed partial class PluginCore
{
    // A note of every voice, twice over: more cannot sound when the host suspends.
    private readonly MidiEvent[] _pendingOffs = new MidiEvent[64];
    private readonly PlaybackEngine _engine;
    private readonly PatternExchange _exchange;
    private float[] _scratchLeft = [];
    private float[] _scratchRight = [];
    private int _pendingOffCount;
    private bool _isPrepared;

    /// <summary>Whether the plugin is silent while it keeps following the song. Any thread.</summary>
    public bool IsBypassed
    {
        get => _engine.Bypassed;
        set => _engine.Bypassed = value;
    }

    /// <summary>Begins to process, with the beat at the knobs ready for the first step. Twice in a row is once.</summary>
    public void Resume()
    {
        if (!_isPrepared)
        {
            Prepare();
        }

        _speed = RenderSpeed.Offline;
        ApplyParameters();
        _engine.Resume();
        Volatile.Write(ref _isResumed, true);
    }

    /// <summary>As <see cref="Reset"/>, because the host stops processing. Threads as there.</summary>
    public void Suspend()
    {
        Volatile.Write(ref _isResumed, false);
        Reset();
    }

    /// <summary>Processing starts again after <see cref="Suspend"/>, without a <see cref="Resume"/>. The thread of process.</summary>
    public void Continue() => Volatile.Write(ref _isResumed, true);

    /// <summary>
    /// Ends what sounds and forgets the song position. The note-offs leave with the next block, since hosts lose what is sent outside of one.
    /// The thread of process, or any while the host does not process.
    /// </summary>
    public void Reset()
    {
        _engine.Suspend();
        KeepOffs();
        _midiInput.Clear();
        _mustReleaseThru = true;
    }

    /// <summary>Plays a block of any length, cut at the messages that came for it, so that each counts from its own frame on.</summary>
    /// <param name="time">The host's time at its first frame.</param>
    /// <param name="frames">Its length.</param>
    /// <param name="output">Where the sound goes.</param>
    /// <param name="speed">How fast the host processes.</param>
    /// <param name="midi">Where the notes go.</param>
    public void Process(in HostTime time, int frames, BlockOutput output, RenderSpeed speed, MidiSink midi)
    {
        _speed = speed;
        ApplyParameters();
        Rest(frames);
        for (int number = 0; number < _pendingOffCount; number++)
        {
            midi.Add(_pendingOffs[number]);
        }

        _pendingOffCount = 0;
        _mustReleaseThru |= _midiInput.HasOverflown;
        ReleaseThru(0, time.IsPlaying, midi);
        HostTime now = time;
        int start = 0;
        for (int number = 0; number < _midiInput.Count; number++)
        {
            MidiEvent message = _midiInput[number];
            if (IsRelevant(message))
            {
                int frame = Math.Clamp(message.Frame, start, Math.Max(frames - 1, start));
                Play(ref now, ref start, frame, output, midi);
                Handle(message with { Frame = frame }, midi);
                ApplyParameters();
                ReleaseThru(frame, time.IsPlaying, midi);
            }
        }

        _midiInput.Clear();
        Play(ref now, ref start, frames, output, midi);
    }

    private void Play(ref HostTime time, ref int start, int end, BlockOutput output, MidiSink midi)
    {
        while (start < end)
        {
            int length = Math.Min(end - start, _maxBlock);
            ProcessSlice(time, length, output.Slice(start, length));
            Listen(length);
            foreach (MidiEvent played in _engine.Events)
            {
                midi.Add(played with { Frame = played.Frame + start });
            }

            start += length;
            time.Advance(length, _sampleRate);
            Volatile.Write(ref _playedFrames, _playedFrames + length);
        }
    }

    private void ProcessSlice(in HostTime time, int length, BlockOutput output)
    {
        if (!output.IsWanted || !output.Accumulate)
        {
            _engine.Process(time, length, output.Left, output.Right);
            return;
        }

        Span<float> addedLeft = _scratchLeft.AsSpan(0, length);
        Span<float> addedRight = _scratchRight.AsSpan(0, length);
        _engine.Process(time, length, addedLeft, addedRight);
        for (int frame = 0; frame < length; frame++)
        {
            output.Left[frame] += addedLeft[frame];
            output.Right[frame] += addedRight[frame];
        }
    }

    private void Prepare()
    {
        // Preparing forgets the notes that sound, so they are ended first.
        Suspend();
        _engine.Prepare(_sampleRate, _maxBlock);
        _isPrepared = true;
    }

    private void MakeScratch()
    {
        _scratchLeft = new float[_maxBlock];
        _scratchRight = new float[_maxBlock];
    }

    private void KeepOffs()
    {
        foreach (MidiEvent off in _engine.Events)
        {
            if (_pendingOffCount < _pendingOffs.Length)
            {
                _pendingOffs[_pendingOffCount++] = off with { Frame = 0 };
            }
        }
    }
}
