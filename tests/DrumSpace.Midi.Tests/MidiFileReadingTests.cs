namespace DrumSpace.Midi.Tests;

public class MidiFileReadingTests
{
    // The example file of the Standard MIDI File 1.0 specification, format 0: tempo, time signature, and three notes on three channels
    // with running status and note-ons of velocity 0 among them.
    private const string SpecificationFormat0 =
        "4D546864 00000006 0000 0001 0060  4D54726B 0000003B" +
        "00 FF5804 04021808  00 FF5103 07A120  00 C005  00 C12E  00 C246  00 923060  00 3C60  60 914340  60 904C20" +
        "8140 823040  00 3C40  00 814340  00 804C40  00 FF2F00";

    // The same music as format 1, from the same place.
    private const string SpecificationFormat1 =
        "4D546864 00000006 0001 0004 0060" +
        "4D54726B 00000014  00 FF5804 04021808  00 FF5103 07A120  8300 FF2F00" +
        "4D54726B 00000010  00 C005  8140 904C20  8140 4C00  00 FF2F00" +
        "4D54726B 0000000F  00 C12E  60 914340  8220 4300  00 FF2F00" +
        "4D54726B 00000015  00 C246  00 923060  00 3C60  8300 3000  00 3C00  00 FF2F00";

    [Fact]
    public void The_specifications_format_0_example_is_read()
    {
        MidiFile file = MidiFile.Read(Smf.Hex(SpecificationFormat0), "example");
        Assert.Equal((MidiFileFormat.SingleTrack, 96), (file.Format, file.Division.TicksPerQuarter));
        Assert.Equal(
            """
            0 FF 58 00 04021808
            0 FF 51 00 07A120
            0 C0 05 00
            0 C1 2E 00
            0 C2 46 00
            0 92 30 60
            0 92 3C 60
            96 91 43 40
            192 90 4C 20
            384 82 30 40
            384 82 3C 40
            384 81 43 40
            384 80 4C 40
            384 end
            """,
            Smf.Describe(file));
    }

    [Fact]
    public void The_specifications_format_1_example_is_the_same_music()
    {
        MidiFile file = MidiFile.Read(Smf.Hex(SpecificationFormat1), "example");
        Assert.Equal((MidiFileFormat.MultiTrack, 4), (file.Format, file.Tracks.Count));
        Note[] expected =
            [new(192, 192, 0, 0x4C, 0x20), new(96, 288, 1, 0x43, 0x40), new(0, 384, 2, 0x30, 0x60), new(0, 384, 2, 0x3C, 0x60)];
        Assert.Equal(expected, file.Tracks.SelectMany(track => track.GetNotes()));
        MidiFile other = MidiFile.Read(Smf.Hex(SpecificationFormat0), "example");
        Assert.Equal(expected.ToHashSet(), other.Tracks[0].GetNotes().ToHashSet());
    }

    [Theory]
    [InlineData("00", 0x00)]
    [InlineData("40", 0x40)]
    [InlineData("7F", 0x7F)]
    [InlineData("8100", 0x80)]
    [InlineData("C000", 0x2000)]
    [InlineData("FF7F", 0x3FFF)]
    [InlineData("818000", 0x4000)]
    [InlineData("C08000", 0x100000)]
    [InlineData("FFFF7F", 0x1FFFFF)]
    [InlineData("81808000", 0x200000)]
    [InlineData("C0808000", 0x8000000)]
    [InlineData("FFFFFF7F", 0xFFFFFFF)]
    public void The_specifications_variable_lengths_are_read_and_written(string hex, long ticks)
    {
        byte[] bytes = [.. Smf.Header(), .. Smf.Track(hex + "903C40 00FF2F00")];
        MidiFile file = MidiFile.Read(bytes, "length");
        Assert.Equal(ticks, file.Tracks[0].Events[0].Ticks);
        using MemoryStream written = new();
        file.Write(written);
        Assert.Equal(bytes, written.ToArray());
    }

    [Fact]
    public void System_exclusive_messages_and_their_packets_are_kept()
    {
        // The specification's example of a message in three packets.
        MidiFile file = MidiFile.Read(
            [.. Smf.Header(), .. Smf.Track("00 F003 431200  8148 F706 431200431200  64 F704 431200F7  00 F003 7E7FF7  00 FF2F00")],
            "sysex");
        Assert.Equal(
            "0 F0 00 00 431200\n200 F7 00 00 431200431200\n300 F7 00 00 431200F7\n300 F0 00 00 7E7FF7\n300 end",
            Smf.Describe(file));
    }

    [Theory]
    [InlineData(0xE728, 25 * 40)]
    [InlineData(0xE850, 24 * 80)]
    [InlineData(0xE250, 30 * 80)]
    [InlineData(0xE364, 30000 / 1001.0 * 100)]
    public void SMPTE_time_is_read_as_ticks_per_second(int division, double ticksPerSecond)
    {
        MidiFile file = MidiFile.Read([.. Smf.Header(division: division), .. Smf.Track("00FF2F00")], "smpte");
        Assert.True(file.Division.IsSmpte);
        Assert.Equal(ticksPerSecond, file.Division.TicksPerSecond, 9);
    }

    [Fact]
    public void Tracks_of_format_2_stay_apart()
    {
        MidiFile file = MidiFile.Read([.. Smf.Header(2, 2), .. Smf.Track("00FF51030F4240 00FF2F00"), .. Smf.Track("00FF2F00")], "two");
        Assert.Equal(MidiFileFormat.MultiSequence, file.Format);
        Assert.Equal("0 FF 51 00 0F4240\n0 end\n0 end", Smf.Describe(file));
    }

    [Fact]
    public void Unknown_chunks_are_skipped_and_unknown_metas_kept()
    {
        byte[] bytes = [.. Smf.Header(), .. Smf.Track("00FF6002ABCD 00FF2F00"), .. Smf.Chunk("XFIH", [1, 2, 3])];
        MidiFile file = MidiFile.Read(bytes, "chunks");
        Assert.Equal("0 FF 60 00 ABCD\n0 end", Smf.Describe(file));
        using MemoryStream written = new();
        file.Write(written);
        Assert.Equal(bytes[..^11], written.ToArray());
    }

    [Fact]
    public void A_file_is_read_from_disk_and_a_missing_one_is_an_IO_error()
    {
        string path = Path.Combine(Path.GetTempPath(), $"drumspace-{Guid.NewGuid():N}.mid");
        Assert.Throws<FileNotFoundException>(() => MidiFile.Read(path));
        File.WriteAllBytes(path, Smf.Hex(SpecificationFormat0));
        try
        {
            Assert.Single(MidiFile.Read(path).Tracks);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
