using DrumSpace.Plugin.Presets.Vst2;

namespace DrumSpace.Plugin.Tests.Presets;

public class PresetFileTests
{
    // Put together by hand from the public description of the format, all numbers big-endian.
    private const string Values = "43636E4B" + "0000003C" + "4678436B" + "00000001" + "44725370" + "00000064" + "00000003"
        + "5A77C3B66C6600" + "414141414141414141414141414141414141414141" + "00000000" + "3E800000" + "3F800000";

    private const string Chunk = "43636E4B" + "00000037" + "46504368" + "00000001" + "44725370" + "00000064" + "0000006F"
        + "416200" + "00000000000000000000000000000000000000000000000000" + "00000003" + "010203";

    private const string BankHead = "44725370" + "00000064" + "00000002";
    private const string Unused = "0000000000000000000000000000000000000000000000000000000000000000"
        + "0000000000000000000000000000000000000000000000000000000000000000"
        + "0000000000000000000000000000000000000000000000000000000000000000"
        + "00000000000000000000000000000000000000000000000000000000";

    private const string BankChunk = "43636E4B" + "0000009B" + "46424368" + "00000002" + BankHead + "00000001" + Unused + "00000003" + "040506";
    private const string BankValues = "43636E4B" + "00000114" + "4678426B" + "00000001" + BankHead + "00000000" + Unused + Values + Values;

    [Fact]
    public void A_program_of_values_is_read_to_the_closing_zero_of_its_name()
    {
        PresetProgram program = PresetFile.ReadProgram(Bytes(Values), "a.fxp");
        Assert.Equal(("Zwölf", 0x44725370, 100, 3), (program.Name, program.UniqueId, program.PluginVersion, program.ParameterCount));
        Assert.Equal([0, 0.25f, 1], program.Values!);
        Assert.Null(program.Chunk);
    }

    [Fact]
    public void A_program_of_a_chunk_is_written_and_read_as_hosts_do()
    {
        PresetProgram program = PresetFile.ReadProgram(Bytes(Chunk), "a.fxp");
        Assert.Equal(("Ab", 111), (program.Name, program.ParameterCount));
        Assert.Equal([1, 2, 3], program.Chunk!);
        Assert.Equal(Chunk, Convert.ToHexString(PresetFile.Write(program)));
    }

    [Fact]
    public void A_bank_of_a_chunk_is_written_and_read_as_hosts_do()
    {
        PresetBank bank = PresetFile.ReadBank(Bytes(BankChunk), "a.fxb");
        Assert.Equal((1, 2), (bank.Current, bank.ProgramCount));
        Assert.Equal([4, 5, 6], bank.Chunk!);
        Assert.Equal(BankChunk, Convert.ToHexString(PresetFile.Write(bank)));
        Assert.True(PresetFile.IsBank(Bytes(BankChunk)));
        Assert.False(PresetFile.IsBank(Bytes(Chunk)));
    }

    [Fact]
    public void A_bank_of_programs_has_each_as_a_file_within_the_file()
    {
        PresetBank bank = PresetFile.ReadBank(Bytes(BankValues), "a.fxb");
        Assert.Null(bank.Current);
        Assert.Equal(["Zwölf", "Zwölf"], bank.Programs!.Select(program => program.Name));
        byte[] written = PresetFile.Write(bank);
        Assert.Equal(Bytes(BankValues).Length, written.Length);
        Assert.Equal([0, 0.25f, 1], PresetFile.ReadBank(written, "b.fxb").Programs![1].Values!);
    }

    [Fact]
    public void The_length_of_the_rest_is_what_hosts_make_of_it_and_a_name_may_be_of_an_older_alphabet()
    {
        byte[] bytes = Bytes(Chunk);
        bytes[7] = 0;
        bytes[28] = 0xDF;
        Assert.Equal("ßb", PresetFile.ReadProgram(bytes, "a.fxp").Name);
    }

    [Theory]
    [InlineData("", "byte 0: the file ends within the first word")]
    [InlineData("43636E4C", "byte 0: this is no preset file of a VST2 plugin")]
    [InlineData("43636E4B0000000046424368", "byte 8: this is no program of a VST2 plugin")]
    [InlineData("43636E4B00000000465043680000000244725370", "byte 12: the format cannot be 2")]
    [InlineData("43636E4B000000004678436B00000001447253700000006400010001", "byte 24: the number of parameters cannot be 65537")]
    [InlineData("43636E4B000000004678436B000000014472537000000064FFFFFFFF", "byte 24: the number of parameters cannot be -1")]
    public void What_is_no_program_is_refused_with_its_place(string hex, string reason)
    {
        FormatException error = Assert.Throws<PresetFileException>(() => PresetFile.ReadProgram(Bytes(hex), "x.fxp"));
        Assert.Equal($"x.fxp: {reason}.", error.Message);
    }

    [Theory]
    [InlineData(Chunk, 59, "FF", "byte 60: the file ends within the plugin's chunk")]
    [InlineData(Chunk, 56, "80000000", "byte 56: the chunk's length cannot be -2147483648")]
    [InlineData(Chunk, 62, "0300", "byte 63: 1 bytes follow the end")]
    [InlineData(Values, 60, "7FC00000", "byte 60: the value of parameter 1 is no number")]
    public void A_damaged_program_is_refused_with_its_place(string hex, int offset, string damage, string reason)
    {
        byte[] damaged = [.. Bytes(hex)[..offset], .. Bytes(damage), .. Bytes(hex).Skip(offset + (damage.Length / 2))];
        FormatException error = Assert.Throws<PresetFileException>(() => PresetFile.ReadProgram(damaged, "x.fxp"));
        Assert.Equal($"x.fxp: {reason}.", error.Message);
    }

    [Fact]
    public void Names_are_cut_at_a_whole_character()
    {
        PresetProgram program = new(1, 1, new string('ö', 20), [], null, 0);
        Assert.Equal(new string('ö', 13), PresetFile.ReadProgram(PresetFile.Write(program), "a.fxp").Name);
    }

    [Fact]
    public void Whatever_the_bytes_a_file_is_read_whole_or_refused_and_what_is_read_is_written_the_same()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        int read = 0;
        for (int trial = 0; trial < 20_000; trial++)
        {
            byte[] bytes = Bytes(random.Next(4) switch { 0 => Values, 1 => Chunk, 2 => BankChunk, _ => BankValues });
            for (int count = random.Next(1, 4); count > 0; count--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            bytes = random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            try
            {
                byte[] again = PresetFile.IsBank(bytes)
                    ? PresetFile.Write(PresetFile.ReadBank(PresetFile.Write(PresetFile.ReadBank(bytes, "x")), "y"))
                    : PresetFile.Write(PresetFile.ReadProgram(PresetFile.Write(PresetFile.ReadProgram(bytes, "x")), "y"));
                Assert.True(again.Length == bytes.Length, $"Seed {seed}, trial {trial}: {bytes.Length} bytes became {again.Length}.");
                read++;
            }
            catch (PresetFileException e)
            {
                Assert.True(e.Offset >= 0 && e.Offset <= bytes.Length, $"Seed {seed}, trial {trial}: {e.Message}");
            }
        }

        Assert.True(read > 100, $"Seed {seed}: nothing was read.");
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);
}
