using System.Security.Cryptography;
using System.Text;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Tests;

public sealed class Sha256HashTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void The_examples_of_the_standard_come_out(string text, string hash) =>
        Assert.Equal(hash, Sha256Hash.HexOf(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Every_length_around_the_blocks_agrees_with_the_systems_own()
    {
        byte[] content = new byte[300];
        new Random(7).NextBytes(content);
        for (int length = 0; length <= content.Length; length++)
        {
            string expected = Convert.ToHexStringLower(SHA256.HashData(content.AsSpan(0, length)));
            Assert.Equal(expected, Sha256Hash.HexOf(content.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Content_may_come_in_pieces_of_any_length()
    {
        int seed = Seed.Take(output.WriteLine);
        Random random = new(seed);
        byte[] content = new byte[200_000];
        random.NextBytes(content);
        string expected = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal(expected, Sha256Hash.HexOf(new MemoryStream(content)));
        foreach (int longest in (int[])[1, 63, 64, 65, 200, 5000])
        {
            Sha256Hash hash = new();
            for (int at = 0; at < content.Length;)
            {
                int length = Math.Min(random.Next(longest + 1), content.Length - at);
                hash.Append(content.AsSpan(at, length));
                at += length;
            }

            Assert.Equal(expected, hash.ToHex());
        }
    }
}
