using System.Runtime.InteropServices;
using DrumSpace.Host.Live;

namespace DrumSpace.Host.Interop.Jack;

/// <summary>
/// A JACK client as a device: audio and MIDI ports and the transport, all in one callback on the server's clock. See
/// <see cref="LiveDevice"/>.
/// </summary>
internal sealed unsafe class JackDevice : LiveDevice
{
    // The longest block of JACK.
    private const int MaxFrames = 8192;
    private const double TicksPerBeat = 1920;

    private readonly JackClient _client;
    private readonly LiveBlock _block;
    private readonly nint[] _inputs;
    private readonly nint[] _outputs;
    private readonly nint _midiIn;
    private readonly nint _midiOut;
    private readonly JackWiring _wiring;
    private readonly bool _leadsTime;
    private GCHandle<JackDevice> _self;
    private LiveProcessor? _processor;
    private long _xruns;
    private long _ownFrame = -1;
    private bool _isActive;
    private volatile string? _failure;

    /// <exception cref="LiveDeviceException">See <see cref="LiveDriver.Open"/>.</exception>
    public JackDevice(LiveDeviceRequest request)
    {
        _client = JackClient.Open(request.ClientName);
        _self = new GCHandle<JackDevice>(this);
        try
        {
            _wiring = new JackWiring(_client, request);
            _leadsTime = request.LeadsTime;
            SampleRate = JackLibrary.jack_get_sample_rate(_client.Handle);
            BlockFrames = (int)JackLibrary.jack_get_buffer_size(_client.Handle);
            Name = _client.Name;
            _block = new LiveBlock(request.Inputs, request.Outputs, MaxFrames);
            _inputs = Register(request.Inputs, "audio_in", JackPortFlags.IsInput);
            _outputs = Register(request.Outputs, "audio_out", JackPortFlags.IsOutput);
            _midiIn = _client.Register("midi_in", JackLibrary.MidiType, JackPortFlags.IsInput);
            _midiOut = _client.Register("midi_out", JackLibrary.MidiType, JackPortFlags.IsOutput);
            SetCallbacks();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override string Name { get; }

    public override double SampleRate { get; }

    public override int BlockFrames { get; }

    public override long Xruns => Interlocked.Read(ref _xruns);

    public override string? Failure => _failure;

    public override void Start(LiveProcessor processor)
    {
        _processor = processor;
        if (_failure is { } failure)
        {
            throw new LiveDeviceException(failure);
        }

        if (JackLibrary.jack_activate(_client.Handle) != 0)
        {
            throw new LiveDeviceException("The JACK server does not start the client.");
        }

        _isActive = true;
        _wiring.Connect(_inputs, _outputs, _midiIn, _midiOut);
        if (_leadsTime)
        {
            // Fails where another client gives the time; that client is then followed.
            void* self = (void*)GCHandle<JackDevice>.ToIntPtr(_self);
            _ = JackLibrary.jack_set_timebase_callback(_client.Handle, conditional: 1, &TellTime, self);
        }
    }

    public override void Stop()
    {
        if (_isActive)
        {
            if (_failure == null)
            {
                _wiring.Keep(_inputs, _outputs, _midiIn, _midiOut);
            }

            _isActive = false;
            _ = JackLibrary.jack_deactivate(_client.Handle);
        }
    }

    public override void Dispose()
    {
        Stop();
        _client.Dispose();
        _self.Dispose();
    }

    public override void RequestRoll() => JackLibrary.jack_transport_start(_client.Handle);

    public override void RequestStop() => JackLibrary.jack_transport_stop(_client.Handle);

    public override void RequestLocate(long frame) =>
        _ = JackLibrary.jack_transport_locate(_client.Handle, (uint)Math.Clamp(frame, 0, uint.MaxValue));

    [UnmanagedCallersOnly]
    private static int Process(uint frames, void* self)
    {
        GCHandle<JackDevice>.FromIntPtr((nint)self).Target.Process((int)frames);
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int CountXrun(void* self)
    {
        Interlocked.Increment(ref GCHandle<JackDevice>.FromIntPtr((nint)self).Target._xruns);
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int ChangeRate(uint rate, void* self)
    {
        JackDevice device = GCHandle<JackDevice>.FromIntPtr((nint)self).Target;
        if (rate != device.SampleRate)
        {
            device._failure ??= $"The JACK server now runs at {rate} Hz.";
        }

        return 0;
    }

    [UnmanagedCallersOnly]
    private static void ShutDown(int code, byte* reason, void* self)
    {
        string text = JackClient.Text(reason);
        GCHandle<JackDevice>.FromIntPtr((nint)self).Target._failure ??=
            text.Length > 0 ? $"The JACK server has ended: {text}." : "The JACK server has ended.";
    }

    [UnmanagedCallersOnly]
    private static void ShutDown(void* self) => GCHandle<JackDevice>.FromIntPtr((nint)self).Target._failure ??= "The JACK server has ended.";

    [UnmanagedCallersOnly]
    private static void TellTime(int state, uint frames, JackPosition* position, int isNew, void* self) =>
        GCHandle<JackDevice>.FromIntPtr((nint)self).Target.TellTime(position);

    private nint[] Register(int count, string name, JackPortFlags flags) =>
        [.. Enumerable.Range(1, count).Select(number => _client.Register($"{name}_{number}", JackLibrary.AudioType, flags))];

    private void SetCallbacks()
    {
        void* self = (void*)GCHandle<JackDevice>.ToIntPtr(_self);
        if (JackLibrary.jack_set_process_callback(_client.Handle, &Process, self) != 0)
        {
            throw new LiveDeviceException("The JACK server takes no process callback.");
        }

        _ = JackLibrary.jack_set_xrun_callback(_client.Handle, &CountXrun, self);
        _ = JackLibrary.jack_set_sample_rate_callback(_client.Handle, &ChangeRate, self);

        // JACK calls the one with a reason, PipeWire 0.3 the other.
        JackLibrary.jack_on_shutdown(_client.Handle, &ShutDown, self);
        JackLibrary.jack_on_info_shutdown(_client.Handle, &ShutDown, self);
    }

    private void Process(int frames)
    {
        if (frames > _block.Capacity)
        {
            _failure ??= "The JACK server now has blocks of more than 8192 frames.";
            PlaySilence(frames);
            return;
        }

        _block.Begin(frames, ReadTransport());
        for (int channel = 0; channel < _inputs.Length; channel++)
        {
            Audio(_inputs[channel], frames).CopyTo(_block.Input(channel));
        }

        ReadMidi(frames);
        _processor!.Process(_block);
        for (int channel = 0; channel < _outputs.Length; channel++)
        {
            _block.Output(channel).CopyTo(Audio(_outputs[channel], frames));
        }

        WriteMidi(frames);
    }

    private void PlaySilence(int frames)
    {
        foreach (nint output in _outputs)
        {
            Audio(output, frames).Clear();
        }

        JackLibrary.jack_midi_clear_buffer(JackLibrary.jack_port_get_buffer(_midiOut, (uint)frames));
    }

    private static Span<float> Audio(nint port, int frames) => new(JackLibrary.jack_port_get_buffer(port, (uint)frames), frames);

    private void ReadMidi(int frames)
    {
        void* buffer = JackLibrary.jack_port_get_buffer(_midiIn, (uint)frames);
        uint count = JackLibrary.jack_midi_get_event_count(buffer);
        for (uint index = 0; index < count; index++)
        {
            JackMidiEvent one;
            if (JackLibrary.jack_midi_event_get(&one, buffer, index) == 0)
            {
                _block.MidiIn.Add((int)Math.Min(one.Frame, (uint)frames - 1), new ReadOnlySpan<byte>(one.Bytes, (int)one.Size));
            }
        }
    }

    private void WriteMidi(int frames)
    {
        void* buffer = JackLibrary.jack_port_get_buffer(_midiOut, (uint)frames);
        JackLibrary.jack_midi_clear_buffer(buffer);
        for (int index = 0; index < _block.MidiOut.Count; index++)
        {
            ReadOnlySpan<byte> message = _block.MidiOut.BytesOf(index);
            fixed (byte* bytes = message)
            {
                if (JackLibrary.jack_midi_event_write(buffer, (uint)_block.MidiOut.FrameOf(index), bytes, (nuint)message.Length) != 0)
                {
                    _block.MidiOut.CountDropped();
                }
            }
        }
    }

    private DeviceTransport ReadTransport()
    {
        JackPosition position;
        bool isRolling = JackLibrary.jack_transport_query(_client.Handle, &position) == JackLibrary.TransportRolling;

        // What this client has told the server is its own, not another's.
        bool hasMusic = position.Valid.HasFlag(JackPositionFields.Bbt) && position.Frame != _ownFrame && position.BeatType > 0
            && position.BeatsPerMinute > 0;
        if (!hasMusic)
        {
            return new DeviceTransport(true, isRolling, position.Frame, false, 0, 0, 0, 0, 0);
        }

        bool hasFractions = position.Valid.HasFlag(JackPositionFields.TickDouble);
        double tick = hasFractions ? position.TickDouble : position.Tick;
        double beats = ((position.Bar - 1) * position.BeatsPerBar) + position.Beat - 1 + (tick / position.TicksPerBeat);
        double offset = position.Valid.HasFlag(JackPositionFields.BbtOffset) ? position.BbtOffset : 0;
        double ppq = (beats * 4 / position.BeatType) + (offset * position.BeatsPerMinute / 60 / SampleRate);
        double rounding = hasFractions ? 1e-6 : 2 * 4 / (position.BeatType * position.TicksPerBeat);
        return new DeviceTransport(
            true, isRolling, position.Frame, true, ppq, rounding, position.BeatsPerMinute, (int)position.BeatsPerBar, (int)position.BeatType);
    }

    private void TellTime(JackPosition* position)
    {
        SongPosition song = _processor!.PositionOf(position->Frame);
        double beats = song.Ppq * song.Denominator / 4;
        double bar = Math.Floor(beats / song.Numerator);
        double beat = Math.Floor(beats - (bar * song.Numerator));
        double tick = (beats - Math.Floor(beats)) * TicksPerBeat;
        position->Valid = JackPositionFields.Bbt | JackPositionFields.TickDouble;
        position->Bar = (int)bar + 1;
        position->Beat = (int)beat + 1;
        position->Tick = (int)tick;
        position->TickDouble = tick;
        position->BarStartTick = bar * song.Numerator * TicksPerBeat;
        position->BeatsPerBar = song.Numerator;
        position->BeatType = song.Denominator;
        position->TicksPerBeat = TicksPerBeat;
        position->BeatsPerMinute = song.Tempo;
        _ownFrame = position->Frame;
    }
}
