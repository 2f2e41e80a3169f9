namespace DrumSpace.Host.Tests;

/// <summary>Expected bytes are written by hand from the RIFF WAVE specification.</summary>
public sealed class WavFileTests
{
    private static readonly float[][] Audio = [[0, 0.5f, 2], [-1, float.NaN, 1]];

    [Fact]
    public void Sixteen_bits()
    {
        AssertBytes(
            "52494646 30000000 57415645 666D7420 10000000 0100 0200 80BB0000 00EE0200 0400 1000 64617461 0C000000"
                + "0000 0180 0040 0000 FF7F FF7F",
            Written(16));
    }

    [Fact]
    public void Twenty_four_bits()
    {
        AssertBytes(
            "52494646 36000000 57415645 666D7420 10000000 0100 0200 80BB0000 00650400 0600 1800 64617461 12000000"
                + "000000 010080 000040 000000 FFFF7F FFFF7F",
            Written(24));
    }

    [Fact]
    public void Odd_data_is_padded_to_even()
    {
        string hex = Write([[0, 0, 0]], 24);
        Assert.Equal(44 + 9 + 1, hex.Length / 2);
        Assert.StartsWith("524946462E000000", hex, StringComparison.Ordinal);
    }

    [Fact]
    public void Channels_of_unequal_length_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Write([[0], []], 16));
        Assert.Throws<ArgumentException>(() => Write([], 16));
    }

    private static void AssertBytes(string expected, string written) => Assert.Equal(expected.Replace(" ", ""), written);

    private static string Written(int bits) => Write(Audio, bits);

    private static string Write(float[][] audio, int bits)
    {
        string path = Path.GetTempFileName();
        try
        {
            WavFile.Write(path, audio, 48000, bits);
            return Convert.ToHexString(File.ReadAllBytes(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
