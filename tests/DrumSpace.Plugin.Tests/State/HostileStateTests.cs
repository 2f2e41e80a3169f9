using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.State;

[Collection("log")]
public class HostileStateTests
{
    [Theory]
    [InlineData("", 1, "byte 0: this is no DrumSpace state")]
    [InlineData("44725370", 0, "byte 0: this is no DrumSpace state")]
    [InlineData("56737450010001001900000002416205000000000000", 0, "byte 0: this is no DrumSpace state")]
    [InlineData("44725370050001000D00000002416202000000803E0000003F", 0, "byte 4: version 5 is not known; this plugin reads versions 1 to 4")]
    [InlineData("44725370000001000D00000002416202000000803E0000003F", 0, "byte 4: version 0 is not known; this plugin reads versions 1 to 4")]
    [InlineData("44725370020001000D00000002416202000000803E0000003F", 0, "byte 25: the chunk ends within the locked voices")]
    [InlineData("44725370020001000F00000002416202000000803E0000003F0040", 0, "byte 25: the locked voices are 16384, more than 14 bits")]
    [InlineData("44725370020001000F00000002416202000000803E0000003F0080", 0, "byte 27: the chunk ends within the locked voices with a groove")]
    [InlineData("44725370020001001100000002416202000000803E0000003F00800100", 0, "byte 27: the locked voices with a groove are 1, of 0")]
    [InlineData("44725370020001001100000002416202000000803E0000003F00800000", 0, "byte 27: the locked voices with a groove are 0, of 0")]
    [InlineData("44725370020001000F00000002416202000000803E0000003F0100", 0, "byte 27: the chunk ends within a locked voice's threshold")]
    [InlineData("44725370020001001100000002416202000000803E0000003F00000900", 0, "byte 27: 9 slots, but this version has 8")]
    [InlineData("44725370020001001200000002416202000000803E0000003F0000010002", 0, "byte 29: the state of slot 1 is 2, neither 0 nor 1")]
    [InlineData("44725370020001002400000002416202000000803E0000003F0000010001", 18, "byte 46: a slot's seed is 0, not 1 to 1000")]
    [InlineData("44725370020001002400000002416202000000803E0000003F00000100010000C07F", 14, "byte 30: a slot's knob is not within 0 to 1")]
    [InlineData("44725370030001001100000002416202000000803E0000003F00000000", 0, "byte 29: the chunk ends within the number of sections")]
    [InlineData("44725370030001001900000002416202000000803E0000003F0000000001006162636400", 1, "byte 31: a section's tag holds other characters")]
    [InlineData("44725370030001001900000002416202000000803E0000003F0000000001004142434400", 1, "byte 31: section ABCD is not known to version 3")]
    [InlineData("44725370010007000D00000002416202000000803E0000003F", 0, "byte 6: kind 7 is not known")]
    [InlineData("44725370010001000C00000002416202000000803E0000003F", 0, "byte 8: 12 bytes are announced and 13 are there")]
    [InlineData("4472537001000100FFFFFFFF02416202000000803E0000003F", 0, "byte 8: 4294967295 bytes are announced and 13 are there")]
    [InlineData("44725370010001000D00000002416203000000803E0000003F", 0, "byte 25: the chunk ends within the value of Z3")]
    [InlineData("44725370010001000D000000024162FFFF0000803E0000003F", 0, "byte 15: 65535 values, but this version has 119 parameters")]
    [InlineData("44725370010001000D00000002416202000000C07F0000003F", 0, "byte 17: the value of Z1 is not within 0 to 1")]
    [InlineData("44725370010001000D0000000241620200CDCC8C3F0000003F", 0, "byte 17: the value of Z1 is not within 0 to 1")]
    [InlineData("44725370010001000D00000002C33102000000803E0000003F", 0, "byte 12: the program's name is no UTF-8")]
    [InlineData("44725370010001000D00000002410A02000000803E0000003F", 0, "byte 12: the program's name holds control characters")]
    [InlineData("44725370010001000D00000018416202000000803E0000003F", 0, "byte 12: the program's name is 24 bytes long; 23 are allowed")]
    [InlineData("44725370010001000E00000002416202000000803E0000003F00", 0, "byte 25: 1 bytes follow the end of the state")]
    [InlineData("44725370010000000800000001000000803E0000", 0, "byte 20: the chunk ends within the current program")]
[InlineData("447253700400010000000000", 0, "byte 12: section PRGM is missing")]
    [InlineData("44725370040001000E0000005052474D07000000000002416200", 0, "byte 20: the chunk ends within section PRGM")]
    [InlineData("4472537004000100080000005052474DFFFFFFFF", 0, "byte 20: the chunk ends within section PRGM")]
    [InlineData("4472537004000100050000005052474D00", 0, "byte 16: the chunk ends within a section's length")]
    [InlineData("4472537004000100020000005052", 0, "byte 12: the chunk ends within a section's tag")]
    [InlineData("4472537004000100110000005052474D09000000000002416200000000", 0, "byte 27: 2 bytes follow the end of section PRGM")]
    [InlineData("44725370040001001E0000005052474D07000000000002416200005052474D0700000000000241620000", 0, "byte 27: section PRGM is there twice")]
    [InlineData("44725370040001001F0000005052474D07000000000002416200004E455753000000004E45575300000000", 0, "byte 35: section NEWS is there twice")]
    [InlineData("4472537004000100170000005052474D07000000000002416200006E65777300000000", 0, "byte 27: a section's tag holds other characters")]
    [InlineData("4472537004000100160000005052474D0E0000000100027A310000003F0241620000", 0, "byte 22: the value of z1 is in the wrong place")]
    [InlineData("4472537004000100170000005052474D0F00000000000241620100036B69740000003F", 0, "byte 27: the value of kit is in the wrong place")]
    [InlineData("4472537004000100180000005052474D10000000010004756E646F0000003F0241620000", 0, "byte 22: the value of undo is in the wrong place")]
    [InlineData("44725370040001001D0000005052474D1500000000000241620200027A310000003F027A310000003F", 0, "byte 34: the value of z1 is there twice")]
    [InlineData("4472537004000100210000005052474D190000000000024162020004776172700000003F04776172700000003F", 0, "byte 36: the value of warp is there twice")]
    [InlineData("4472537004000100180000005052474D100000000000024162010004776172700000C03F", 0, "byte 32: the value of warp is not within 0 to 1")]
    [InlineData("44725370040001000F0000005052474D07000000000002410A0000", 0, "byte 22: the name of program 0 holds control characters")]
    [InlineData("4472537004000000130000005052474D0B0000000000010001000241620000", 0, "byte 22: program 1 of 1 cannot be")]
    [InlineData("44725370040000000E0000005052474D06000000000081000000", 0, "byte 22: program 0 of 129 cannot be")]
    [InlineData("44725370040001001B0000005052474D0700000000000241620000534C4F540400000000000900", 0, "byte 37: 9 slots, but this version has 8")]
    [InlineData("4472537004000100190000005052474D07000000000002416200004D4F444C020000000141", 0, "byte 37: the chunk ends within the model's fingerprint")]
    public void A_damaged_chunk_is_refused_with_one_line_and_the_state_stays(string hex, int zeroes, string reason)
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        plugin.Parameter("Z2").Value = 0.7f;
        byte[] before = plugin.GetState();
        long log = BuiltPlugin.LogLength;
        Assert.False(plugin.SetState([.. Convert.FromHexString(hex), .. new byte[zeroes]]));
        Assert.Equal(before, plugin.GetState());
        string line = Assert.Single(BuiltPlugin.LogLinesSince(log, "State chunk"));
        Assert.Contains($"State chunk, {reason}", line);
        Assert.EndsWith("The state stays as it was.", line);
    }

    [Fact]
    public void Whatever_the_bytes_a_chunk_is_taken_whole_or_not_at_all()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        using Vst2Plugin plugin = BuiltPlugin.Load();
        byte[][] good = [plugin.GetState(), plugin.GetState(programOnly: true)];
        int taken = 0;
        for (int trial = 0; trial < 3000; trial++)
        {
            byte[] chunk = Damage(good[random.Next(2)], random);
            byte[] before = plugin.GetState();
            if (plugin.SetState(chunk))
            {
                taken++;
                byte[] after = plugin.GetState();
                Assert.True(plugin.SetState(after), $"Seed {seed}, trial {trial}: the state that was taken cannot be saved and loaded.");
                Assert.Equal(after, plugin.GetState());
            }
            else
            {
                Assert.True(before.AsSpan().SequenceEqual(plugin.GetState()), $"Seed {seed}, trial {trial}: a refused chunk changed the state.");
            }

            Assert.All(plugin.Parameters, p => Assert.True(p.Value is >= 0 and <= 1, $"Seed {seed}, trial {trial}: {p.Name} is {p.Value}."));
            Assert.InRange(plugin.Program, 0, plugin.ProgramCount - 1);
        }

        Assert.True(taken > 10, $"Seed {seed}: the damage was always noticed, so nothing was proven of what is taken.");
    }

    private static byte[] Damage(byte[] good, Random random)
    {
        byte[] chunk = [.. good];
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            chunk[random.Next(chunk.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) switch
        {
            0 => chunk[..random.Next(chunk.Length)],
            1 => [.. chunk, .. new byte[random.Next(20)]],
            _ => chunk,
        };
    }
}
