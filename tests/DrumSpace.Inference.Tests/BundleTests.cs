using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Tests;

public sealed class BundleTests : IDisposable
{
    private readonly BundleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bundle_reads_back_as_it_was_written()
    {
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        Assert.Equal(1, bundle.Manifest.FormatVersion);
        Assert.Equal("Test model", bundle.Manifest.Name);
        Assert.Equal(Golden.Answers.Thresholds, bundle.Manifest.Thresholds);
        Assert.Equal(Golden.Answers.Quantiles, bundle.Manifest.Quantiles.Select(axis => axis.ToArray()));
        Assert.Equal("none", bundle.Manifest.Training["data"]);
        Assert.Equal(3, bundle.Manifest.Files.Count);
        Assert.Equal(Golden.Answers.Quantiles[1][0], bundle.Mapping.ToLatent(1, 0));
    }

    [Fact]
    public void The_hash_in_the_manifest_is_the_one_that_other_tools_compute()
    {
        // sha256 of "# Test model\n" by coreutils' sha256sum.
        BundleManifest manifest = ManifestJson.Parse(File.ReadAllBytes(_folder.Manifest), "");
        Assert.Equal("88fcdc7d27be618785d761e76456cb34343b4efc77c06c4ab3ee610048a296be", manifest.Files[BundleFile.ModelCard].Sha256);
        Assert.Equal(13, manifest.Files[BundleFile.ModelCard].Bytes);
    }

    [Fact]
    public void The_same_bundle_is_written_as_the_same_bytes()
    {
        byte[] first = File.ReadAllBytes(_folder.Manifest);
        Dictionary<string, byte[]> backwards = new(Golden.Files.Reverse());
        BundleWriter.Write(_folder.Path, Golden.Manifest, backwards);
        Assert.Equal(first, File.ReadAllBytes(_folder.Manifest));
        Assert.DoesNotContain((byte)'\r', first);
    }

    [Fact]
    public void Optional_files_may_be_there_and_are_hashed_too()
    {
        Dictionary<string, byte[]> files = Golden.Files;
        files[BundleFile.Losses] = [1, 2, 3];
        BundleWriter.Write(_folder.Path, Golden.Manifest, files);
        using (ModelBundle bundle = ModelBundle.Load(_folder.Path))
        {
            Assert.Equal(3, bundle.Manifest.Files[BundleFile.Losses].Bytes);
        }

        File.WriteAllBytes(_folder.File(BundleFile.Losses), [1, 2, 4]);
        BundleException e = Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path));
        Assert.Equal(_folder.File(BundleFile.Losses), e.File);
        Assert.Contains("SHA-256", e.Message);
    }

    [Fact]
    public void A_bundle_written_over_a_richer_one_leaves_none_of_its_files()
    {
        Dictionary<string, byte[]> files = Golden.Files;
        files[BundleFile.Melody] = [1];
        BundleWriter.Write(_folder.Path, Golden.Manifest, files);
        BundleWriter.Write(_folder.Path, Golden.Manifest, Golden.Files);
        Assert.Equal(
            [BundleFile.ModelCard, BundleFile.Decoder, BundleFile.Encoder, BundleFile.Manifest],
            Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_writer_refuses_what_the_reader_would_and_writes_nothing()
    {
        string folder = _folder.File("new");
        Dictionary<string, byte[]> files = Golden.Files;
        files["../escape"] = [1];
        Assert.Throws<BundleException>(() => BundleWriter.Write(folder, Golden.Manifest, files));
        Assert.Throws<BundleException>(() => BundleWriter.Write(folder, Golden.Manifest with { Thresholds = [0.5f] }, Golden.Files));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void Names_survive_in_every_script()
    {
        BundleWriter.Write(_folder.Path, Golden.Manifest with { Name = "Küche 🥁 ドラム" }, Golden.Files);
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        Assert.Equal("Küche 🥁 ドラム", bundle.Manifest.Name);
    }

    [Fact]
    public void Versions_of_a_model_are_told_apart_by_their_date_and_by_their_fingerprint()
    {
        BundleManifest undated = BundleManifest.Read(_folder.Path);
        Assert.Null(undated.VersionDate);
        Assert.DoesNotContain("versionDate", File.ReadAllText(_folder.Manifest));

        BundleWriter.Write(_folder.Path, Golden.Manifest with { VersionDate = new DateOnly(2026, 11, 30) }, Golden.Files);
        BundleManifest dated = BundleManifest.Read(_folder.Path);
        Assert.Equal(new DateOnly(2026, 11, 30), dated.VersionDate);
        Assert.Contains("\"versionDate\": \"2026-11-30\"", File.ReadAllText(_folder.Manifest));
        Assert.Equal(undated.Fingerprint(), dated.Fingerprint());
        Assert.NotEqual(undated.Fingerprint(), (dated with { Thresholds = [.. dated.Thresholds.Reverse()] }).Fingerprint());
    }
}
