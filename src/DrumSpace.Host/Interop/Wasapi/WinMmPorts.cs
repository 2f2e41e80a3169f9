using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using DrumSpace.Host.Live;
using DrumSpace.Host.Live.Streams;
using DrumSpace.RealTime;
using NAudio;
using NAudio.Midi;

namespace DrumSpace.Host.Interop.Wasapi;

/// <summary>Windows' MIDI ports. The system has no queue and no virtual ports: a thread of ours sends at the times.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WinMmPorts : MidiPort
{
    private readonly List<MidiOut> _outputs = [];
    private readonly List<MidiIn> _inputs = [];
    private readonly RingQueue<TimedMessage> _received = new(4096);
    private readonly Lock _receiving = new();
    private readonly TimedSender _sender;

    /// <summary>Opens ports.</summary>
    /// <exception cref="LiveDeviceException">A port is gone, or another program has it.</exception>
    public WinMmPorts(LiveDeviceRequest request)
    {
        // Sleeping is exact to a millisecond from here on, not to 16.
        _ = BeginPeriod(1);
        _sender = new TimedSender(Send);
        try
        {
            foreach (string name in request.MidiOutputs)
            {
                _outputs.Add(Open(name, Outputs, index => new MidiOut(index)));
            }

            foreach (string name in request.MidiInputs)
            {
                MidiIn input = Open(name, Inputs, index => new MidiIn(index));
                _inputs.Add(input);
                input.MessageReceived += (_, e) => Receive([(byte)e.RawMessage, (byte)(e.RawMessage >> 8), (byte)(e.RawMessage >> 16)]);
                input.SysexMessageReceived += (_, e) => Receive(e.SysexBytes);
                input.Start();
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The names of the ports to send to.</summary>
    public static IReadOnlyList<string> Outputs =>
        [.. Enumerable.Range(0, MidiOut.NumberOfDevices).Select(index => MidiOut.DeviceInfo(index).ProductName)];

    /// <summary>The names of the ports to receive from.</summary>
    public static IReadOnlyList<string> Inputs =>
        [.. Enumerable.Range(0, MidiIn.NumberOfDevices).Select(index => MidiIn.DeviceInfo(index).ProductName)];

    public override double Now => TimedSender.Now;

    public override bool TrySend(double seconds, ReadOnlySpan<byte> message) => _outputs.Count == 0 || _sender.TrySend(seconds, message);

    public override bool TryReceive(Span<byte> into, out int length, out double seconds)
    {
        if (!_received.TryTake(out TimedMessage message))
        {
            (length, seconds) = (0, 0);
            return false;
        }

        message.CopyTo(into);
        (length, seconds) = (message.Length, message.Seconds);
        return true;
    }

    public override void Dispose()
    {
        _sender.Dispose();
        _inputs.ForEach(input => input.Dispose());
        _outputs.ForEach(output => output.Dispose());
        _ = EndPeriod(1);
    }

    private static T Open<T>(string name, IReadOnlyList<string> names, Func<int, T> open)
    {
        int index = names.ToList().IndexOf(name);
        try
        {
            return index >= 0
                ? open(index)
                : throw new LiveDeviceException($"There is no MIDI port \"{name}\" now; --list-devices shows those that there are.");
        }
        catch (MmException e)
        {
            throw new LiveDeviceException($"The MIDI port \"{name}\" cannot be opened; perhaps another program uses it: {e.Message}", e);
        }
    }

    private void Send(ReadOnlySpan<byte> message)
    {
        foreach (MidiOut output in _outputs)
        {
            try
            {
                if (message.Length <= 3)
                {
                    output.Send(message[0] | ((message.Length > 1 ? message[1] : 0) << 8) | ((message.Length > 2 ? message[2] : 0) << 16));
                }
                else
                {
                    output.SendBuffer(message.ToArray());
                }
            }
            catch (MmException)
            {
                // A port that was unplugged: the audio goes on, and the port can be opened anew with the device.
            }
        }
    }

    // The ports call on threads of their own.
    private void Receive(ReadOnlySpan<byte> message)
    {
        int length = message.IsEmpty ? 0 : message[0] < 0xF0 ? message[0] is >= 0xC0 and < 0xE0 ? 2 : 3
            : message[0] switch { 0xF0 => message.Length, 0xF2 => 3, 0xF1 or 0xF3 => 2, _ => 1 };
        if (length is > 0 and <= TimedMessage.MaxBytes)
        {
            lock (_receiving)
            {
                _ = _received.TryAdd(new TimedMessage(Now, message[..length]));
            }
        }
    }

    [DllImport("winmm", EntryPoint = "timeBeginPeriod")]
    private static extern uint BeginPeriod(uint milliseconds);

    [DllImport("winmm", EntryPoint = "timeEndPeriod")]
    private static extern uint EndPeriod(uint milliseconds);
}
