using DrumSpace.RealTime;

namespace DrumSpace.Host.Live;

/// <summary>The song time's controls: what is asked here, the audio thread does at the start of its next block.</summary>
/// <remarks>Any thread but the audio thread. Where the time comes from elsewhere (<see cref="SyncSource"/>), each control says what it does.</remarks>
public sealed class LiveTransport
{
    /// <summary>The slowest tempo in quarters per minute; a MIDI file cannot be slower than 3.58.</summary>
    public const double MinTempo = 4;

    /// <summary>The fastest tempo in quarters per minute.</summary>
    public const double MaxTempo = 999;

    private readonly Lock _adding = new();
    private readonly RingQueue<TransportCommand> _commands = new(256);

    internal LiveTransport()
    {
    }

    /// <summary>Plays from where it stands. Following a device, asks it to roll; following MIDI clock, does nothing.</summary>
    /// <returns>False if the audio thread has not taken the last 256 commands.</returns>
    public bool Play() => Add(new TransportCommand(TransportCommandKind.Play));

    /// <summary>Stops. Following a device, asks it to stop; following MIDI clock, until its sender starts again.</summary>
    /// <returns>As <see cref="Play"/>.</returns>
    public bool Stop() => Add(new TransportCommand(TransportCommandKind.Stop));

    /// <summary>Plays if it is stopped, else stops.</summary>
    /// <returns>As <see cref="Play"/>.</returns>
    public bool Toggle() => Add(new TransportCommand(TransportCommandKind.Toggle));

    /// <summary>Jumps. Following a device, asks it to jump; following MIDI clock, does nothing.</summary>
    /// <param name="ppq">Quarters from the song's start, at least 0.</param>
    /// <returns>As <see cref="Play"/>.</returns>
    public bool Locate(double ppq)
    {
        ThrowUnlessFinite(ppq, nameof(ppq));
        ArgumentOutOfRangeException.ThrowIfNegative(ppq);
        return Add(new TransportCommand(TransportCommandKind.Locate, ppq));
    }

    /// <summary>Sets the tempo from now on. Following somebody who has a tempo, theirs counts.</summary>
    /// <param name="bpm">Quarters per minute, <see cref="MinTempo"/> to <see cref="MaxTempo"/>.</param>
    /// <returns>As <see cref="Play"/>.</returns>
    public bool SetTempo(double bpm)
    {
        ThrowUnlessFinite(bpm, nameof(bpm));
        ArgumentOutOfRangeException.ThrowIfLessThan(bpm, MinTempo);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bpm, MaxTempo);
        return Add(new TransportCommand(TransportCommandKind.SetTempo, bpm));
    }

    /// <summary>Sets or removes the loop. It counts with <see cref="SyncSource.Own"/> alone: others' time has no loop.</summary>
    /// <param name="loop">Start and end in quarters: from 0, at least a 16th apart; null for none.</param>
    /// <returns>As <see cref="Play"/>.</returns>
    public bool SetLoop((double Start, double End)? loop)
    {
        if (loop is not { } range)
        {
            return Add(new TransportCommand(TransportCommandKind.ClearLoop));
        }

        if (!double.IsFinite(range.End) || !(range.Start >= 0) || !(range.End - range.Start >= 0.25))
        {
            throw new ArgumentException($"A loop from quarter {range.Start} to {range.End} is no loop of a 16th or more.", nameof(loop));
        }

        return Add(new TransportCommand(TransportCommandKind.SetLoop, range.Start, range.End));
    }

    /// <summary>Takes the oldest command. The audio thread; wait-free.</summary>
    internal bool TryTake(out TransportCommand command) => _commands.TryTake(out command);

    private static void ThrowUnlessFinite(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "Not a finite number.");
        }
    }

    // The lock keeps the controlling threads apart; the audio thread never takes it.
    private bool Add(in TransportCommand command)
    {
        lock (_adding)
        {
            return _commands.TryAdd(command);
        }
    }
}
