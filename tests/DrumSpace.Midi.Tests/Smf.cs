namespace DrumSpace.Midi.Tests;

/// <summary>Standard MIDI Files as bytes by hand.</summary>
internal static class Smf
{
    /// <summary>Bytes from hexadecimal digits; blanks do not matter.</summary>
    public static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>A header of 6 bytes.</summary>
    public static byte[] Header(int format = 0, int tracks = 1, int division = 96) =>
        [.. "MThd"u8, 0, 0, 0, 6, 0, (byte)format, (byte)(tracks >> 8), (byte)tracks, (byte)(division >> 8), (byte)division];

    /// <summary>A track of the given events, with its true length.</summary>
    public static byte[] Track(string hex) => Chunk("MTrk", Hex(hex));

    /// <summary>A chunk with its true length.</summary>
    public static byte[] Chunk(string id, byte[] content) => ChunkSaying(id, (uint)content.Length, content);

    /// <summary>A chunk with whatever length it says.</summary>
    public static byte[] ChunkSaying(string id, uint length, byte[] content) =>
        [.. System.Text.Encoding.Latin1.GetBytes(id), (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length, .. content];

    /// <summary>The events of all tracks as text: ticks, status, data; one a line.</summary>
    public static string Describe(MidiFile file)
    {
        List<string> lines = [];
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (TrackEvent one in track.Events)
            {
                lines.Add($"{one.Ticks} {one.Status:X2} {one.Data1:X2} {one.Data2:X2} {Convert.ToHexString(track.PayloadOf(one))}".TrimEnd());
            }

            lines.Add($"{track.EndTicks} end");
        }

        return string.Join('\n', lines);
    }
}
