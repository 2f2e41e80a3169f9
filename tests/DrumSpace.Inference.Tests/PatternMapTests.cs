using System.Buffers.Binary;
using System.Text;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

public sealed class PatternMapTests
{
    private static readonly PatternMap Small = new(
        ["jazz", "música"],
        [new MapPoint(0, 1, new Latent(1, -2, 3.5f, -4.25f), 1), new MapPoint(0.5f, 0.25f, new Latent(0, 0, 0, 1e-3f), 0)]);

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        // Written down from the format's description: header, names, points.
        byte[] expected =
        [
            .. "DSMP"u8, 1, 0, 2, 0, 2, 0, 0, 0, 4, .. "jazz"u8, 7, .. Encoding.UTF8.GetBytes("música"),
            .. Floats(0, 1, 1, -2, 3.5f, -4.25f), 1, .. Floats(0.5f, 0.25f, 0, 0, 0, 1e-3f), 0,
        ];
        Assert.Equal(expected, Small.ToBytes());
        PatternMap read = PatternMapFormat.Parse(expected, "map.bin");
        Assert.Equal(["jazz", "música"], read.Genres);
        Assert.Equal(2, read.Points.Length);
        Assert.Equal((0f, 1f, 1), (read.Points[0].X, read.Points[0].Y, read.Points[0].Genre));
        Latent latent = read.Points[0].Latent;
        Assert.Equal([1, -2, 3.5f, -4.25f], ((ReadOnlySpan<float>)latent).ToArray());
        Assert.Equal(expected, read.ToBytes());
    }

    [Fact]
    public void A_map_cut_anywhere_or_with_more_behind_it_is_refused()
    {
        byte[] whole = Small.ToBytes();
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Throws<BundleException>(() => PatternMapFormat.Parse(whole.AsSpan(0, length), "map.bin"));
        }

        Assert.Throws<BundleException>(() => PatternMapFormat.Parse([.. whole, 0], "map.bin"));
    }

    [Theory]
    [InlineData(0, (byte)'X', "", "it is not a map")]
    [InlineData(4, (byte)2, "byte 4", "version 2 is not known")]
    [InlineData(6, (byte)0, "byte 6", "0 genres")]
    [InlineData(7, (byte)255, "byte 6", "65282 genres")]
    [InlineData(6, (byte)1, "byte 17", "are not 2 points")]
    [InlineData(6, (byte)255, "genre 8", "longer than")]
    [InlineData(11, (byte)255, "byte 25", "are not 4278190082 points")]
    [InlineData(12, (byte)65, "genre 0", "longer than")]
    [InlineData(14, (byte)7, "genre 0", "no control character")]
    [InlineData(14, (byte)0xFF, "genre 0", "not UTF-8")]
    [InlineData(28, (byte)0xBF, "point 0", "outside 0 to 1")]
    [InlineData(32, (byte)0x40, "point 0", "outside 0 to 1")]
    [InlineData(49, (byte)2, "point 0", "its genre is 2, of 2")]
    public void A_byte_that_lies_is_refused_with_its_place(int at, byte value, string place, string words)
    {
        byte[] bytes = Small.ToBytes();
        bytes[at] = value;
        // x of the first point is 0: a sign alone leaves it there, so it is made -1 first.
        if (at == 28)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(25), -1);
        }

        AssertRefused(bytes, place, words);
    }

    [Theory]
    [InlineData(25, float.NaN, "outside 0 to 1")]
    [InlineData(29, float.PositiveInfinity, "outside 0 to 1")]
    [InlineData(33, float.NaN, "its latent is not finite")]
    [InlineData(45, float.NegativeInfinity, "its latent is not finite")]
    public void A_number_that_is_none_is_refused(int at, float value, string words)
    {
        byte[] bytes = Small.ToBytes();
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), value);
        AssertRefused(bytes, "point 0", words);
    }

    [Fact]
    public void Noise_is_refused_or_read_and_never_anything_else()
    {
        Random random = new(11);
        byte[] whole = Small.ToBytes();
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = [.. whole];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.Equal(bytes, PatternMapFormat.Parse(bytes, "map.bin").ToBytes());
            }
            catch (BundleException)
            {
                // Refused.
            }
        }
    }

    [Fact]
    public void A_map_that_no_reader_takes_cannot_be_made()
    {
        MapPoint good = Small.Points[1];
        Assert.Throws<ArgumentException>(() => new PatternMap([], [good]));
        Assert.Throws<ArgumentException>(() => new PatternMap(["a"], []));
        Assert.Throws<ArgumentException>(() => new PatternMap(["a", "a"], [good]));
        Assert.Throws<ArgumentException>(() => new PatternMap([""], [good]));
        Assert.Throws<ArgumentException>(() => new PatternMap(["é" + new string('a', 63)], [good]));
        Assert.Throws<ArgumentException>(() => new PatternMap(["a"], [good with { Genre = 1 }]));
        Assert.Throws<ArgumentException>(() => new PatternMap(["a"], [good with { Y = 1.001f }]));
    }

    [Fact]
    public void A_bundle_gains_a_map_and_keeps_all_else()
    {
        using BundleFolder folder = new();
        using (ModelBundle bundle = ModelBundle.Load(folder.Path))
        {
            Assert.Null(bundle.Map);
        }

        Put(folder, Small.ToBytes(), new() { ["mapSeed"] = "1", ["data"] = "some" });

        using ModelBundle again = ModelBundle.Load(folder.Path);
        Assert.Equal(Small.ToBytes(), again.Map!.ToBytes());
        Assert.Equal("1", again.Manifest.Training["mapSeed"]);
        Assert.Equal("some", again.Manifest.Training["data"]);
        Assert.Equal("20200612", again.Manifest.Training["seed"]);
        Assert.Equal(Golden.Files[BundleFile.Decoder], File.ReadAllBytes(folder.File(BundleFile.Decoder)));
    }

    [Fact]
    public void A_bundle_with_a_bad_map_is_refused_whole()
    {
        using BundleFolder folder = new();
        Put(folder, "DSMP and nonsense"u8.ToArray(), []);

        Assert.Equal(folder.File(BundleFile.Map), Assert.Throws<BundleException>(() => ModelBundle.Load(folder.Path)).File);
    }

    private static void Put(BundleFolder folder, byte[] map, Dictionary<string, string> facts) =>
        BundleWriter.Extend(folder.Path, new Dictionary<string, byte[]> { [BundleFile.Map] = map }, facts);

    private static void AssertRefused(byte[] bytes, string place, string words)
    {
        BundleException e = Assert.Throws<BundleException>(() => PatternMapFormat.Parse(bytes, "map.bin"));
        Assert.Equal(("map.bin", place), (e.File, e.Place));
        Assert.Contains(words, e.Message);
    }

    private static byte[] Floats(params float[] values)
    {
        byte[] bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return bytes;
    }
}
