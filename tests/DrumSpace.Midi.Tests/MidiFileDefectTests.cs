namespace DrumSpace.Midi.Tests;

/// <summary>Common defects of MIDI files: tolerated, or refused with file, byte and reason.</summary>
public class MidiFileDefectTests
{
    private const string Events = "00 993640  30 993600  00 FF2F00";
    private const string Expected = "0 99 36 40\n48 99 36 00\n48 end";

    public static TheoryData<string, byte[]> Readable => new()
    {
        { "a header of 8 bytes", [.. "MThd"u8, 0, 0, 0, 8, 0, 0, 0, 1, 0, 96, 1, 2, .. Smf.Track(Events)] },
        { "no end of track", [.. Smf.Header(), .. Smf.Track("00 993640  30 993600")] },
        { "more tracks announced than there", [.. Smf.Header(1, 500), .. Smf.Track(Events)] },
        { "no track announced", [.. Smf.Header(0, 0), .. Smf.Track(Events)] },
        { "a track's length of 0", [.. Smf.Header(), .. Smf.ChunkSaying("MTrk", 0, Smf.Hex(Events))] },
        { "a track's length too short", [.. Smf.Header(), .. Smf.ChunkSaying("MTrk", 5, Smf.Hex(Events))] },
        { "a track's length too long", [.. Smf.Header(), .. Smf.ChunkSaying("MTrk", 1000, Smf.Hex(Events))] },
        { "a track's length of 2 GB", [.. Smf.Header(), .. Smf.ChunkSaying("MTrk", 0x7FFFFFFF, Smf.Hex(Events))] },
        { "a track's length of 4 GB", [.. Smf.Header(), .. Smf.ChunkSaying("MTrk", 0xFFFFFFFF, Smf.Hex(Events))] },
        { "events after the end of track", [.. Smf.Header(), .. Smf.Track(Events + "00 993640")] },
        { "zeros after the last track", [.. Smf.Header(), .. Smf.Track(Events), .. new byte[512]] },
        { "text after the last track", [.. Smf.Header(), .. Smf.Track(Events), .. "Downloaded from a site of MIDI files"u8] },
        { "a few bytes after the last track", [.. Smf.Header(), .. Smf.Track(Events), 0x0D, 0x0A, 0x1A] },
        { "an unknown chunk before the track", [.. Smf.Header(), .. Smf.Chunk("XFKM", [0, 1, 2]), .. Smf.Track(Events)] },
        { "a second file after the first", [.. Smf.Header(), .. Smf.Track(Events), .. Smf.Header(), .. Smf.Track(Events)] },
        { "running status after a meta event", [.. Smf.Header(), .. Smf.Track("00 993640  00 FF0100  30 3600  00 FF2F00")] },
        { "active sensing among the events", [.. Smf.Header(), .. Smf.Track("00 993640  10 FE  20 3600  00 FF2F00")] },
        { "a song position among the events", [.. Smf.Header(), .. Smf.Track("00 993640  30 F20102  00 3600  00 FF2F00")] },
        { "RMID", Rmid(null, Smf.Track(Events)) },
        { "RMID with another chunk first", Rmid(null, Smf.Track(Events), [.. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0]) },
        { "RMID whose data chunk is too long", Rmid(1000, Smf.Track(Events)) },
        { "RMID whose data chunk says 4 GB", Rmid(uint.MaxValue, Smf.Track(Events)) },
        { "MacBinary", [0, 4, .. "BEAT"u8, .. new byte[122], .. Smf.Header(), .. Smf.Track(Events)] },
    };

    public static TheoryData<string, byte[], long, string> Refused => new()
    {
        { "empty", [], 0, "the file is empty" },
        { "text", [.. "hello, I am no MIDI file"u8], 0, "no MThd" },
        { "header cut", [.. "MThd"u8, 0, 0, 0, 6, 0, 0], 4, "run past the end of the file" },
        { "header too short", [.. "MThd"u8, 0, 0, 0, 4, 0, 0, 0, 1, 0, 96], 4, "length is 4" },
        { "header of 4 GB", [.. "MThd"u8, 255, 255, 255, 255, 0, 0, 0, 1, 0, 96], 4, "run past the end of the file" },
        { "format 3", [.. Smf.Header(3), .. Smf.Track(Events)], 8, "format 3" },
        { "division 0", [.. Smf.Header(division: 0), .. Smf.Track(Events)], 12, "0x0000 means no time" },
        { "SMPTE without ticks", [.. Smf.Header(division: 0xE700), .. Smf.Track(Events)], 12, "0xE700 means no time" },
        { "SMPTE of 23 frames", [.. Smf.Header(division: 0xE950), .. Smf.Track(Events)], 12, "0xE950 means no time" },
        { "no tracks", Smf.Header(), 14, "no track" },
        { "no track but zeros", [.. Smf.Header(), .. new byte[64]], 14, "no track" },
        { "first chunk of 2 GB", [.. Smf.Header(), .. Smf.ChunkSaying("XFIH", 0x7FFFFFFF, [1])], 18, "past the end of the file" },
        { "cut in a note", [.. Smf.Header(), .. Smf.ChunkSaying("MTrk", 100, Smf.Hex("00 9936"))], 25, "ends in the middle of an event" },
        { "cut after a delta time", [.. Smf.Header(), .. Smf.Track("00 993640 81")], 27, "ends in the middle of an event" },
        { "running status from nothing", [.. Smf.Header(), .. Smf.Track("00 3640")], 23, "the data byte 0x36 where an event must begin" },
        { "first data byte too high", [.. Smf.Header(), .. Smf.Track("00 99B640")], 24, "0xB6 where a data byte below 0x80" },
        { "second data byte too high", [.. Smf.Header(), .. Smf.Track("00 9936FF")], 25, "0xFF where a data byte below 0x80" },
        { "meta type too high", [.. Smf.Header(), .. Smf.Track("00 FF8000")], 24, "0x80 where a meta event's type below 0x80" },
        { "delta time of 5 bytes", [.. Smf.Header(), .. Smf.Track("8180808000 993640")], 22, "a delta time of more than 4 bytes" },
        {
            "event length of 5 bytes", [.. Smf.Header(), .. Smf.Track("00 FF018180808000")], 25,
            "the length of an event of more than 4 bytes"
        },
        {
            "meta of 256 MB", [.. Smf.Header(), .. Smf.Track("00 FF01FFFFFF7F 00")], 25,
            "an event of 268435455 bytes, of which 1 are there"
        },
        {
            "sysex of 256 MB", [.. Smf.Header(), .. Smf.Track("00 F0FFFFFF7F 00F7")], 24,
            "an event of 268435455 bytes, of which 2 are there"
        },
        { "undefined status", [.. Smf.Header(), .. Smf.Track("00 F4")], 23, "the undefined status 0xF4" },
        {
            "second track broken", [.. Smf.Header(1, 2), .. Smf.Track("00FF2F00"), .. Smf.Track("00 FD")], 35,
            "track 2: the undefined status 0xFD"
        },
        { "RIFF of sound", [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8], 8, "not of MIDI" },
        { "RIFF cut", [.. "RIFF"u8, 4, 0], 6, "not of MIDI" },
        { "RMID without data", [.. "RIFF"u8, 16, 0, 0, 0, .. "RMIDLIST"u8, 255, 255, 255, 255], 20, "without a data chunk" },
        { "RMID with an empty data chunk", [.. "RIFF"u8, 16, 0, 0, 0, .. "RMIDdata"u8, 0, 0, 0, 0], 20, "no MThd" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_file_with_a_harmless_defect_is_read(string defect, byte[] bytes)
    {
        MidiFile file = MidiFile.Read(bytes, defect);
        string described = Smf.Describe(file).Replace("0 FF 01 00\n", "", StringComparison.Ordinal);
        Assert.Equal(Expected, described);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_unreadable_file_is_refused_with_file_byte_and_reason(string defect, byte[] bytes, long offset, string reason)
    {
        MidiFormatException refusal = Assert.Throws<MidiFormatException>(() => MidiFile.Read(bytes, defect));
        Assert.Equal((defect, offset), (refusal.File, refusal.Offset));
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
        Assert.StartsWith($"{defect}: byte {offset}: ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(0xFFFFFFFFu)]
    public void A_wrong_length_of_gigabytes_takes_no_memory(uint length)
    {
        byte[] lyingTrack = [.. Smf.Header(1, 65535), .. Smf.ChunkSaying("MTrk", length, Smf.Hex(Events))];
        byte[] lyingChunk = [.. Smf.Header(), .. Smf.Track(Events), .. Smf.ChunkSaying("XFIH", length, [1])];
        byte[] lyingMeta = [.. Smf.Header(), .. Smf.Track("00 FF01FFFFFF7F 00")];
        ReadAll();
        long before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * 1024);

        void ReadAll()
        {
            MidiFile.Read(lyingTrack, "track");
            MidiFile.Read(lyingChunk, "chunk");
            Assert.Throws<MidiFormatException>(() => MidiFile.Read(lyingMeta, "meta"));
        }
    }

    private static byte[] Rmid(uint? saidLength, byte[] track, byte[]? before = null)
    {
        byte[] content = [.. Smf.Header(), .. track];
        uint length = saidLength ?? (uint)content.Length;
        return [.. "RIFF"u8, 0, 0, 0, 0, .. "RMID"u8, .. before ?? [], .. "data"u8, .. BitConverter.GetBytes(length), .. content];
    }
}
