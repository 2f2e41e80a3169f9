using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;
using DrumSpace.RealTime;

namespace DrumSpace.Engine.Playing;

/// <summary>Publishes the place of the song once a block.</summary>
/// <remarks>
/// <see cref="Follow"/> and <see cref="Publish"/>: the audio thread; no allocation, wait-free. <see cref="Read"/>: any other thread; it
/// locks out other readers and does not allocate.
/// </remarks>
internal sealed class PlayheadPublisher
{
    private readonly SeqLock<PlayheadState> _state = new(new PlayheadState(), static (from, to) => to.CopyFrom(from));
    private readonly PlayheadState _read = new();
    private readonly Lock _reading = new();

    /// <summary>Takes other bars or settings.</summary>
    public void Follow(in PatternGrid grid, in Meter meter, double swing)
    {
        _state.BeginWrite();
        (_state.Owned.Grid, _state.Owned.Meter, _state.Owned.Swing) = (grid, meter, swing);
        _state.EndWrite();
    }

    /// <summary>Publishes a block.</summary>
    /// <param name="transport">The song, before the block is played.</param>
    /// <param name="time">The host's time.</param>
    /// <param name="slot">The slot that plays.</param>
    /// <param name="knobs">The point that plays.</param>
    public void Publish(TransportFollower transport, in HostTime time, int slot, in Knobs knobs)
    {
        bool hasPosition = time.HasPpq && TransportFollower.IsPosition(time.Ppq);
        PlayheadState state = _state.Owned;
        _state.BeginWrite();
        state.IsPlaying = transport.IsRolling;
        state.HasPosition = hasPosition;
        state.Position = transport.IsRolling ? transport.BlockPosition : hasPosition ? time.Ppq : 0;
        state.Tempo = transport.Tempo;
        state.Slot = slot;
        state.Knobs = knobs;
        _state.EndWrite();
    }

    /// <summary>The place of the block that was published last.</summary>
    public Playhead Read()
    {
        lock (_reading)
        {
            _state.Read(_read);
            return _read.ToPlayhead();
        }
    }
}
