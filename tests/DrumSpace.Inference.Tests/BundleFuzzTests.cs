using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Tests;

/// <summary>
/// Damage at random, with a printed seed: a bundle is opened whole, or refused with the file and the place; and nothing leaks.
/// </summary>
public sealed class BundleFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int ManifestRounds = 3000;
    private const int NetworkRounds = 60;

    private readonly BundleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_damaged_manifest_is_read_or_refused_with_its_place()
    {
        int seed = Seed.Take(output.WriteLine);
        Random random = new(seed);
        byte[] whole = File.ReadAllBytes(_folder.Manifest);
        int refused = 0;
        for (int round = 0; round < ManifestRounds; round++)
        {
            byte[] bytes = Damage(whole, random);
            try
            {
                BundleManifest manifest = ManifestJson.Parse(bytes, "fuzz");
                Assert.Equal(14, manifest.Thresholds.Count);
                Assert.Equal(4, manifest.Quantiles.Count);
            }
            catch (BundleException e)
            {
                refused++;
                Assert.Equal("fuzz", e.File);
                Assert.DoesNotContain('\n', e.Message);
            }
        }

        Assert.InRange(refused, ManifestRounds / 10, ManifestRounds - 1);
    }

    [Theory]
    [InlineData(BundleFile.Decoder)]
    [InlineData(BundleFile.Encoder)]
    public void A_damaged_network_is_refused_by_its_hash_and_with_a_hash_that_agrees_it_opens_or_is_refused(string name)
    {
        int seed = Seed.Take(output.WriteLine);
        Random random = new(seed);
        Dictionary<string, byte[]> files = Golden.Files;
        byte[] whole = files[name];
        int refused = 0;
        for (int round = 0; round < NetworkRounds; round++)
        {
            byte[] bytes = Damage(whole, random);
            File.WriteAllBytes(_folder.File(name), bytes);
            if (!bytes.AsSpan().SequenceEqual(whole))
            {
                Assert.Equal(_folder.File(name), Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path)).File);
            }

            files[name] = bytes;
            BundleWriter.Write(_folder.Path, Golden.Manifest, files);
            try
            {
                ModelBundle.Load(_folder.Path).Dispose();
            }
            catch (BundleException e)
            {
                refused++;
                Assert.Equal(_folder.File(name), e.File);
            }
        }

        Assert.InRange(refused, NetworkRounds / 4, NetworkRounds);
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        byte[] bytes = [.. whole];
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            // A network is weights for the most part; what says how they hang together comes first.
            bytes[random.Next(random.Next(2) == 0 ? bytes.Length : Math.Min(bytes.Length, 1500))] = (byte)random.Next(256);
        }

        return random.Next(5) switch
        {
            0 => bytes[..random.Next(bytes.Length)],
            1 => [.. bytes, .. whole[random.Next(whole.Length)..]],
            _ => bytes,
        };
    }
}
