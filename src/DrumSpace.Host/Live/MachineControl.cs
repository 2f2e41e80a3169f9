namespace DrumSpace.Host.Live;

/// <summary>Reads MIDI machine control (MMC): stop, play, deferred play, pause and locate, for any device number.</summary>
internal static class MachineControl
{
    private const int LocateLength = 13;

    /// <summary>Reads a message.</summary>
    /// <param name="message">Any whole MIDI message.</param>
    /// <param name="kind">What it asks for: play, stop or locate.</param>
    /// <param name="seconds">The place that locate asks for.</param>
    /// <returns>False if it is none of these.</returns>
    public static bool TryRead(ReadOnlySpan<byte> message, out TransportCommandKind kind, out double seconds)
    {
        (kind, seconds) = (default, 0);
        if (message.Length < 6 || message[0] != 0xF0 || message[1] != 0x7F || message[3] != 0x06 || message[^1] != 0xF7)
        {
            return false;
        }

        switch (message[4])
        {
            case 0x01 or 0x09:
                kind = TransportCommandKind.Stop;
                return true;
            case 0x02 or 0x03:
                kind = TransportCommandKind.Play;
                return true;
            case 0x44 when message.Length == LocateLength && message[5] == 0x06 && message[6] == 0x01:
                kind = TransportCommandKind.Locate;
                seconds = SecondsOf(message.Slice(7, 5));
                return true;
            default:
                return false;
        }
    }

    // Hours with the frame rate in bits 5 and 6, minutes, seconds, frames, hundredths of a frame.
    private static double SecondsOf(ReadOnlySpan<byte> time)
    {
        int minutes = ((time[0] & 0x1F) * 60) + (time[1] & 0x3F);
        double seconds = (minutes * 60) + (time[2] & 0x3F);
        double frames = (time[3] & 0x1F) + (time[4] / 100.0);
        return ((time[0] >> 5) & 3) switch
        {
            0 => seconds + (frames / 24),
            1 => seconds + (frames / 25),

            // Drop frame: of each minute but the tenth, the numbers 0 and 1 are left out; 30000/1001 frames a second.
            2 => ((seconds * 30) + frames - (2 * (minutes - (minutes / 10)))) * 1001 / 30000,
            _ => seconds + (frames / 30),
        };
    }
}
