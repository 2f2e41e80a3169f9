namespace DrumSpace.Midi.Tests;

/// <summary>Builds Standard MIDI Files byte by byte.</summary>
internal static class Smf
{
    /// <summary>Bytes from hexadecimal digits; blanks are ignored.</summary>
    public static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>A header of 6 bytes.</summary>
    public static byte[] Header(int format = 0, int tracks = 1, int division = 96) =>
        [.. "MThd"u8, 0, 0, 0, 6, 0, (byte)format, (byte)(tracks >> 8), (byte)tracks, (byte)(division >> 8), (byte)division];

    /// <summary>A track of events, with the right length.</summary>
    public static byte[] Track(string hex) => Chunk("MTrk", Hex(hex));

    /// <summary>A chunk with the right length.</summary>
    public static byte[] Chunk(string id, byte[] content) => ChunkSaying(id, (uint)content.Length, content);

    /// <summary>A chunk with any length.</summary>
    public static byte[] ChunkSaying(string id, uint length, byte[] content) =>
    [
        .. System.Text.Encoding.Latin1.GetBytes(id),
        (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length,
        .. content,
    ];

    /// <summary>The events of all tracks as text: ticks, status, data; one per line.</summary>
    public static string Describe(MidiFile file)
    {
        List<string> lines = [];
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (TrackEvent midiEvent in track.Events)
            {
                string payload = Convert.ToHexString(track.PayloadOf(midiEvent));
                lines.Add($"{midiEvent.Ticks} {midiEvent.Status:X2} {midiEvent.Data1:X2} {midiEvent.Data2:X2} {payload}".TrimEnd());
            }

            lines.Add($"{track.EndTicks} end");
        }

        return string.Join('\n', lines);
    }
}
