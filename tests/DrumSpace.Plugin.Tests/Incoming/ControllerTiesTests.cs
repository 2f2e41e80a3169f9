using DrumSpace.Plugin.Incoming;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Tests.Incoming;

public class ControllerTiesTests
{
    [Fact]
    public void What_was_learnt_comes_back_from_its_bytes()
    {
        ControllerTies ties = new();
        Assert.Empty(Write(ties));
        ties.Tie(20, 99);
        ties.Forget(ParameterTable.KitLevel.Index);
        byte[] bytes = Write(ties);
        Assert.Equal("05" + "100000" + "110100" + "120200" + "130300" + "146300", Convert.ToHexString(bytes));

        ControllerTies read = new();
        Read(read, bytes)();
        Assert.Equal(Enumerable.Range(0, 128).Select(controller => ties[controller]), Enumerable.Range(0, 128).Select(controller => read[controller]));
        read.Reset();
        Assert.Empty(Write(read));
    }

    [Theory]
    [InlineData("", "byte 0: the chunk ends within the number of controllers")]
    [InlineData("01", "byte 1: the chunk ends within a controller")]
    [InlineData("0114", "byte 2: the chunk ends within a controller's parameter")]
    [InlineData("01800000", "byte 1: controller 128 cannot move parameter 0")]
    [InlineData("01620000", "byte 1: controller 98 cannot move parameter 0")]
    [InlineData("011400FF", "byte 1: controller 20 cannot move parameter 65280")]
    [InlineData("02140000140100", "byte 4: controller 20 cannot move parameter 1")]
    public void Damaged_bytes_are_refused_in_one_line_and_nothing_changes(string hex, string reason)
    {
        ControllerTies ties = new();
        StateFormatException e = Assert.Throws<StateFormatException>(() => Read(ties, Convert.FromHexString(hex)));
        Assert.Contains(reason, e.Message);
        Assert.Empty(Write(ties));
    }

    [Fact]
    public void What_is_forgotten_while_they_are_written_makes_no_bytes_that_cannot_be_read()
    {
        ControllerTies ties = new();
        ties.Tie(20, 99);
        using MemoryStream stream = new();
        using ForgettingWriter writer = new(stream, ties);
        ties.Write(writer);
        ControllerTies read = new();
        Read(read, stream.ToArray())();
        Assert.Equal(99, read[20]);
        Assert.Equal(-1, ties[20]);
    }

    [Fact]
    public void Whatever_the_bytes_they_are_taken_whole_or_refused()
    {
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        Random random = new(seed);
        ControllerTies full = new();
        for (int controller = 8; controller < 60; controller++)
        {
            full.Tie(controller, controller is 32 or 38 ? -1 : controller);
        }

        byte[] good = Write(full);
        int taken = 0;
        for (int trial = 0; trial < 5000; trial++)
        {
            byte[] bytes = [.. good];
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            ControllerTies ties = new();
            try
            {
                Read(ties, bytes)();
                taken++;
                Assert.All(Enumerable.Range(0, 128), c => Assert.InRange(ties[c], -1, ParameterTable.Count - 1));
            }
            catch (StateFormatException)
            {
                Assert.True(Write(ties).Length == 0, $"Seed {seed}, trial {trial}: refused bytes changed the ties.");
            }
        }

        Assert.True(taken > 10, $"Seed {seed}: nothing was ever taken.");
    }

    private static byte[] Write(ControllerTies ties)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        ties.Write(writer);
        return stream.ToArray();
    }

    private static Action Read(ControllerTies ties, byte[] bytes)
    {
        ChunkReader reader = new(bytes);
        return ties.Read(ref reader);
    }

    // As if a controller were forgotten on another thread as soon as the first byte has been written.
    private sealed class ForgettingWriter(Stream stream, ControllerTies ties) : BinaryWriter(stream)
    {
        public override void Write(byte value)
        {
            base.Write(value);
            ties.Forget(99);
        }
    }
}
