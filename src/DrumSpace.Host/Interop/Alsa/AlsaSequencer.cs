using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Host.Live;
using DrumSpace.Host.Live.Streams;

namespace DrumSpace.Host.Interop.Alsa;

/// <summary>
/// A client of ALSA's sequencer with two virtual ports, "MIDI out" and "MIDI in", and a queue that sends at its times and stamps what comes.
/// </summary>
internal sealed unsafe class AlsaSequencer : MidiPort
{
    // Cells of the kernel's pool: what waits in the queue, as many events as two blocks ever have.
    private const int PoolCells = 2000;

    private const int MaxDrainMilliseconds = 1000;

    private readonly nint _sequencer;
    private readonly nint _status;
    private readonly nint _encoder;
    private readonly nint _decoder;
    private readonly byte[] _partial = new byte[MaxBytes];
    private readonly int _queue;
    private readonly byte _output;
    private int _partialLength;
    private bool _isTooLong;
    private double _lastDue;

    /// <summary>Opens a client.</summary>
    /// <param name="request">The client's name, and the ports to connect to.</param>
    /// <exception cref="LiveDeviceException">The kernel has no sequencer, it is denied, or a port is gone.</exception>
    public AlsaSequencer(LiveDeviceRequest request)
    {
        _sequencer = Open();
        try
        {
            fixed (byte* name = Encoding.UTF8.GetBytes(request.ClientName + '\0'))
            {
                _ = Asound.snd_seq_set_client_name(_sequencer, name);
            }

            _ = Asound.snd_seq_set_client_pool_output(_sequencer, PoolCells);
            _queue = AlsaErrors.Check(Asound.snd_seq_alloc_queue(_sequencer), "ALSA's sequencer has no queue");
            _output = CreatePort("MIDI out", Asound.CanRead | Asound.CanSubscribeRead);
            int input = CreatePort("MIDI in", Asound.CanWrite | Asound.CanSubscribeWrite);
            Connect(request, input);
            nint made;
            _ = AlsaErrors.Check(Asound.snd_seq_queue_status_malloc(&made), "ALSA's sequencer");
            _status = made;
            _encoder = NewCoder();
            _decoder = NewCoder();
            _ = AlsaErrors.Check(
                Asound.snd_seq_control_queue(_sequencer, _queue, SequencerEvent.Start, 0, null), "ALSA's queue does not start");
            _ = AlsaErrors.Check(Asound.snd_seq_drain_output(_sequencer), "ALSA's queue does not start");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override double Now =>
        Asound.snd_seq_get_queue_status(_sequencer, _queue, _status) < 0 ? 0 : Asound.snd_seq_queue_status_get_real_time(_status)->Seconds;

    /// <summary>The ports of other clients.</summary>
    /// <exception cref="LiveDeviceException">The kernel has no sequencer, or it is denied.</exception>
    public static IReadOnlyList<AlsaMidiAddress> List()
    {
        nint sequencer = Open();
        try
        {
            return List(sequencer);
        }
        finally
        {
            _ = Asound.snd_seq_close(sequencer);
        }
    }

    /// <inheritdoc/>
    public override bool TrySend(double seconds, ReadOnlySpan<byte> message)
    {
        SequencerEvent made = default;
        Asound.snd_midi_event_reset_encode(_encoder);
        fixed (byte* bytes = message)
        {
            if (Asound.snd_midi_event_encode(_encoder, bytes, message.Length, &made) != message.Length || made.Type == SequencerEvent.None)
            {
                return false;
            }
        }

        made.Queue = (byte)_queue;
        made.Flags |= SequencerEvent.RealTime;
        made.Time = SequencerTime.Of(seconds);
        made.SourcePort = _output;
        made.TargetClient = SequencerEvent.Subscribers;
        _lastDue = Math.Max(_lastDue, seconds);
        return Asound.snd_seq_event_output_direct(_sequencer, &made) >= 0;
    }

    /// <inheritdoc/>
    public override bool TryReceive(Span<byte> into, out int length, out double seconds)
    {
        SequencerEvent* received;
        int result;
        while ((result = Asound.snd_seq_event_input(_sequencer, &received)) >= 0 || result == AlsaErrors.Overflow)
        {
            // After an overflow the oldest events are lost, and the next call goes on.
            if (result >= 0 && TryDecode(received, into, out length))
            {
                seconds = received->Time.Seconds;
                return true;
            }
        }

        (length, seconds) = (0, 0);
        return false;
    }

    /// <inheritdoc/>
    /// <remarks>Waits for what the queue still holds, or the last note-offs would be lost with it.</remarks>
    public override void Dispose()
    {
        for (int i = 0; i < MaxDrainMilliseconds && _status != 0 && Now < _lastDue; i++)
        {
            Thread.Sleep(1);
        }

        Free(_encoder, &Asound.snd_midi_event_free);
        Free(_decoder, &Asound.snd_midi_event_free);
        Free(_status, &Asound.snd_seq_queue_status_free);
        _ = Asound.snd_seq_close(_sequencer);
    }

    private static void Free(nint made, delegate*<nint, void> free)
    {
        if (made != 0)
        {
            free(made);
        }
    }

    private static nint Open()
    {
        nint sequencer;
        fixed (byte* name = "default\0"u8)
        {
            int opened = Asound.snd_seq_open(&sequencer, name, Asound.Duplex, Asound.NonBlocking);
            return opened >= 0 ? sequencer : throw new LiveDeviceException(opened switch
            {
                AlsaErrors.Missing => "This kernel has no ALSA sequencer: /dev/snd/seq is missing (as root, \"modprobe snd-seq\" brings it).",
                AlsaErrors.Denied or AlsaErrors.NotPermitted =>
                    "This user may not use ALSA's sequencer, /dev/snd/seq (usually the group \"audio\" may).",
                _ => $"ALSA's sequencer cannot be opened: {AlsaErrors.Text(opened)}.",
            });
        }
    }

    private static List<AlsaMidiAddress> List(nint sequencer)
    {
        List<AlsaMidiAddress> found = [];
        nint client, port;
        _ = AlsaErrors.Check(Asound.snd_seq_client_info_malloc(&client), "ALSA's sequencer");
        _ = AlsaErrors.Check(Asound.snd_seq_port_info_malloc(&port), "ALSA's sequencer");
        Asound.snd_seq_client_info_set_client(client, -1);
        while (Asound.snd_seq_query_next_client(sequencer, client) >= 0)
        {
            int number = Asound.snd_seq_client_info_get_client(client);
            string clientName = Marshal.PtrToStringUTF8((nint)Asound.snd_seq_client_info_get_name(client)) ?? "";
            Asound.snd_seq_port_info_set_client(port, number);
            Asound.snd_seq_port_info_set_port(port, -1);

            // Client 0 is the kernel's own, our own has no use.
            while (number != 0 && number != Asound.snd_seq_client_id(sequencer) && Asound.snd_seq_query_next_port(sequencer, port) >= 0)
            {
                uint can = Asound.snd_seq_port_info_get_capability(port);
                string portName = Marshal.PtrToStringUTF8((nint)Asound.snd_seq_port_info_get_name(port)) ?? "";
                found.Add(new AlsaMidiAddress($"{clientName}:{portName}", number, Asound.snd_seq_port_info_get_port(port))
                {
                    Takes = (can & (Asound.CanSubscribeWrite | Asound.IsHidden)) == Asound.CanSubscribeWrite,
                    Sends = (can & (Asound.CanSubscribeRead | Asound.IsHidden)) == Asound.CanSubscribeRead,
                });
            }
        }

        Asound.snd_seq_client_info_free(client);
        Asound.snd_seq_port_info_free(port);
        return AlsaMidiAddress.WithUniqueNames(found);
    }

    private static nint NewCoder()
    {
        nint made;
        _ = AlsaErrors.Check(Asound.snd_midi_event_new(MaxBytes, &made), "ALSA's MIDI coder");
        Asound.snd_midi_event_no_status(made, 1);
        return made;
    }

    private byte CreatePort(string name, uint capability)
    {
        nint info;
        _ = AlsaErrors.Check(Asound.snd_seq_port_info_malloc(&info), "ALSA's sequencer");
        fixed (byte* text = Encoding.UTF8.GetBytes(name + '\0'))
        {
            Asound.snd_seq_port_info_set_name(info, text);
        }

        Asound.snd_seq_port_info_set_capability(info, capability);
        Asound.snd_seq_port_info_set_type(info, Asound.ApplicationPort);
        Asound.snd_seq_port_info_set_timestamping(info, 1);
        Asound.snd_seq_port_info_set_timestamp_real(info, 1);
        Asound.snd_seq_port_info_set_timestamp_queue(info, _queue);
        int result = Asound.snd_seq_create_port(_sequencer, info);
        int port = Asound.snd_seq_port_info_get_port(info);
        Asound.snd_seq_port_info_free(info);
        _ = AlsaErrors.Check(result, $"ALSA's sequencer makes no port \"{name}\"");
        return (byte)port;
    }

    private void Connect(LiveDeviceRequest request, int input)
    {
        if (request.MidiOutputs.Count + request.MidiInputs.Count == 0)
        {
            return;
        }

        List<AlsaMidiAddress> known = List(_sequencer);
        foreach (string name in request.MidiOutputs)
        {
            AlsaMidiAddress port = Find(name, address => address.Takes);
            _ = AlsaErrors.Check(
                Asound.snd_seq_connect_to(_sequencer, _output, port.Client, port.Port), $"The MIDI port \"{name}\" cannot be connected");
        }

        foreach (string name in request.MidiInputs)
        {
            AlsaMidiAddress port = Find(name, address => address.Sends);
            _ = AlsaErrors.Check(
                Asound.snd_seq_connect_from(_sequencer, input, port.Client, port.Port), $"The MIDI port \"{name}\" cannot be connected");
        }

        AlsaMidiAddress Find(string name, Predicate<AlsaMidiAddress> isUsable) =>
            known.Find(address => address.Name == name && isUsable(address))
            ?? throw new LiveDeviceException($"There is no MIDI port \"{name}\" now; --list-devices shows those that there are.");
    }

    // Long system exclusive messages come in pieces.
    private bool TryDecode(SequencerEvent* received, Span<byte> into, out int length)
    {
        length = 0;
        Asound.snd_midi_event_reset_decode(_decoder);
        Span<byte> room = received->Type == SequencerEvent.SystemExclusive ? _partial.AsSpan(_partialLength) : into;
        nint decoded;
        fixed (byte* bytes = room)
        {
            decoded = Asound.snd_midi_event_decode(_decoder, bytes, room.Length, received);
        }

        if (received->Type != SequencerEvent.SystemExclusive)
        {
            length = (int)Math.Max(decoded, 0);
            return length > 0;
        }

        _isTooLong |= decoded <= 0;
        _partialLength += (int)Math.Max(decoded, 0);
        bool ends = _isTooLong || (_partialLength > 0 && _partial[_partialLength - 1] == 0xF7);
        if (!ends)
        {
            return false;
        }

        if (!_isTooLong && _partialLength <= into.Length)
        {
            length = _partialLength;
            _partial.AsSpan(0, length).CopyTo(into);
        }

        (_partialLength, _isTooLong) = (0, false);
        return length > 0;
    }
}
