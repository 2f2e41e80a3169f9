using DrumSpace.Plugin.Input;

namespace DrumSpace.Plugin.Tests.Input;

/// <summary>NRPN, as the MIDI 1.0 specification has it.</summary>
public class NrpnDecoderTests
{
    private readonly NrpnDecoder _decoder = new();

    [Fact]
    public void Coarse_alone_reaches_both_ends_and_fine_adds_seven_bits()
    {
        Select(0, 300);
        Assert.Equal((300, 1f), Give(0, 6, 127));
        Assert.Equal((300, 0f), Give(0, 6, 0));
        Assert.Equal((300, 1f / 16383), Give(0, 38, 1));
        Assert.Equal((300, 64 / 127f), Give(0, 6, 64));
        Assert.Equal((300, ((64 << 7) + 5) / 16383f), Give(0, 38, 5));
    }

    [Fact]
    public void Each_channel_has_its_own_number()
    {
        Select(0, 1);
        Select(15, 2);
        Assert.Equal(1, Give(0, 6, 9)!.Value.Number);
        Assert.Equal(2, Give(15, 6, 9)!.Value.Number);
        Assert.Null(Give(7, 6, 9));
    }

    [Theory]
    [InlineData(101)]
    [InlineData(100)]
    [InlineData(121)]
    public void A_registered_number_or_a_reset_takes_the_number_away(int controller)
    {
        Select(3, 5);
        Assert.Null(Give(3, controller, 0));
        Assert.Null(Give(3, 6, 64));
        Select(3, 0x3FFF);
        Assert.Null(Give(3, 6, 64));
    }

    private void Select(int channel, int number)
    {
        Assert.Null(Give(channel, 99, number >> 7));
        Assert.Null(Give(channel, 98, number & 127));
    }

    private (int Number, float Value)? Give(int channel, int controller, int data) =>
        _decoder.TryDecode(channel, controller, data, out int number, out float value) ? (number, value) : null;
}
