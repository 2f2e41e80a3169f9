using DrumSpace.Plugin.Input;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Tests.Input;

public class MidiMappingsTests
{
    [Fact]
    public void What_was_learnt_comes_back_from_its_bytes()
    {
        MidiMappings mappings = new();
        Assert.Empty(Write(mappings));
        mappings.Map(20, 99);
        mappings.Unmap(ParameterTable.KitLevel.Index);
        byte[] bytes = Write(mappings);
        Assert.Equal("05" + "10027A31" + "11027A32" + "12027A33" + "13027A34" + "14" + "0A6D656C2D666F6C6C6F77", Convert.ToHexString(bytes));

        MidiMappings read = new();
        Read(read, bytes)();
        Assert.All(Enumerable.Range(0, 128), controller => Assert.Equal(mappings[controller], read[controller]));
        read.Reset();
        Assert.Empty(Write(read));
    }

    [Theory]
    [InlineData("", "byte 0: the chunk ends within the number of controllers")]
    [InlineData("01", "byte 1: the chunk ends within a controller")]
    [InlineData("0114", "byte 2: the chunk ends within a controller's parameter")]
    [InlineData("0180027A31", "byte 1: controller 128 cannot move parameter z1")]
    [InlineData("0162027A31", "byte 1: controller 98 cannot move parameter z1")]
    [InlineData("011402FFFF", "byte 2: a controller's parameter is no UTF-8")]
    [InlineData("0214027A3114027A32", "byte 5: controller 20 cannot move parameter z2")]
    [InlineData("0214027A3914027A32", "byte 5: controller 20 cannot move parameter z2")]
    [InlineData("0214027A3214027A39", "byte 5: controller 20 cannot move parameter z9")]
    public void Damaged_bytes_are_refused_in_one_line_and_nothing_changes(string hex, string reason)
    {
        MidiMappings mappings = new();
        StateFormatException e = Assert.Throws<StateFormatException>(() => Read(mappings, Convert.FromHexString(hex)));
        Assert.Contains(reason, e.Message);
        Assert.Empty(Write(mappings));
    }

    [Fact]
    public void A_parameter_of_a_newer_version_is_kept_until_its_controller_is_mapped_anew()
    {
        MidiMappings mappings = new();
        Read(mappings, Convert.FromHexString("02" + "14027A39" + "15027A31"))();
        Assert.Equal((-1, 0), (mappings[20], mappings[21]));
        Assert.Equal("02" + "14027A39" + "15027A31", Convert.ToHexString(Write(mappings)));
        mappings.Map(20, 1);
        Assert.Equal("02" + "14027A32" + "15027A31", Convert.ToHexString(Write(mappings)));
    }

    [Fact]
    public void What_is_forgotten_while_they_are_written_makes_no_bytes_that_cannot_be_read()
    {
        MidiMappings mappings = new();
        mappings.Map(20, 99);
        using ForgettingWriter writer = new(mappings);
        mappings.Write(writer);
        MidiMappings read = new();
        Read(read, writer.ToArray())();
        Assert.Equal(99, read[20]);
        Assert.Equal(-1, mappings[20]);
    }

    [Fact]
    public void Whatever_the_bytes_they_are_taken_whole_or_refused()
    {
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        Random random = new(seed);
        MidiMappings full = new();
        for (int controller = 8; controller < 60; controller++)
        {
            full.Map(controller, controller is 32 or 38 ? -1 : controller);
        }

        byte[] good = Write(full);
        int taken = 0;
        for (int trial = 0; trial < 5000; trial++)
        {
            byte[] bytes = [.. good];
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            MidiMappings mappings = new();
            try
            {
                Read(mappings, bytes)();
                taken++;
                Assert.All(Enumerable.Range(0, 128), c => Assert.InRange(mappings[c], -1, ParameterTable.Count - 1));
            }
            catch (StateFormatException)
            {
                Assert.True(Write(mappings).Length == 0, $"Seed {seed}, trial {trial}: refused bytes changed the mappings.");
            }
        }

        Assert.True(taken > 10, $"Seed {seed}: nothing was ever taken.");
    }

    private static byte[] Write(MidiMappings mappings)
    {
        using ChunkWriter writer = new();
        mappings.Write(writer);
        return writer.ToArray();
    }

    private static Action Read(MidiMappings mappings, byte[] bytes)
    {
        ChunkReader reader = new(bytes);
        return mappings.Read(ref reader);
    }

    // As if a controller were forgotten on another thread as soon as the first byte has been written.
    private sealed class ForgettingWriter(MidiMappings mappings) : ChunkWriter
    {
        public override void Write(byte value)
        {
            base.Write(value);
            mappings.Unmap(99);
        }
    }
}
