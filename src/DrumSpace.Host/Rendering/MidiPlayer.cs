namespace DrumSpace.Host;

/// <summary>Sends a song's messages to a plugin, each with its block.</summary>
internal sealed class MidiPlayer(HostedPlugin plugin, HostTransport transport, IReadOnlyList<SongMessage> messages)
{
    private const double Tolerance = 1e-9;

    private int _next;

    /// <summary>Queues the current block's messages. Those that the plugin's queue cannot take come with the next block.</summary>
    /// <param name="origin">The song's start, as <see cref="HostTransport.QuartersAt"/> counts.</param>
    /// <param name="frames">The block's length.</param>
    public void Queue(double origin, int frames)
    {
        while (_next < messages.Count && transport.IsPlaying)
        {
            SongMessage message = messages[_next];
            double quarters = origin + message.Quarters - Tolerance;
            if (transport.QuartersAt(frames - 1) < quarters
                || !plugin.QueueMidi(new ShortMessage(FrameAt(quarters, frames), message.Status, message.Data1, message.Data2)))
            {
                return;
            }

            _next++;
        }
    }

    /// <summary>Queues what Ardour sends when it stops: sustain off, reset controllers and all notes off on every channel.</summary>
    public void QueueStopControllers()
    {
        for (int channel = 0; channel < 16; channel++)
        {
            foreach (byte controller in (ReadOnlySpan<byte>)[64, 121, 123])
            {
                plugin.QueueMidi(new ShortMessage(0, (byte)(0xB0 | channel), controller, 0));
            }
        }
    }

    // The block's first frame at or after a time.
    private int FrameAt(double quarters, int frames)
    {
        (int low, int high) = (0, frames - 1);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = transport.QuartersAt(middle) < quarters ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
