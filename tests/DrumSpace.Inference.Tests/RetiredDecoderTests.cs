using System.Text.Json.Nodes;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Tests;

/// <summary>Bundles that list the second decoder of earlier versions. The fingerprints were computed by Python's hashlib.</summary>
public sealed class RetiredDecoderTests : IDisposable
{
    private const string Fingerprint = "af4a1764bfbae621176a7b82c74dd4da5ae35d20203b3d2020d3e4b692166030";
    private const string FormerFingerprint = "da548ade7de7b23ae8d62dc8969b4ca075c64b06bb91aa13f920a467388ff168";
    private readonly BundleFolder _folder = new();

    public RetiredDecoderTests()
    {
        byte[] content = [1, 2, 3];
        File.WriteAllBytes(_folder.File("common.onnx"), content);
        EditManifest(manifest => manifest["files"]!["common.onnx"] = new JsonObject
        {
            ["bytes"] = content.Length, ["sha256"] = Sha256Hash.HexOf(content),
        });
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void They_load_without_it_whether_it_is_there_or_not(bool isThere)
    {
        if (!isThere)
        {
            File.Delete(_folder.File("common.onnx"));
        }

        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        Assert.Equal(
            [BundleFile.ModelCard, BundleFile.Decoder, BundleFile.Encoder], bundle.Manifest.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void They_have_the_fingerprint_of_their_decoder_and_keep_that_of_both()
    {
        BundleManifest manifest = BundleManifest.Read(_folder.Path);
        Assert.Equal(Fingerprint, manifest.Fingerprint());
        Assert.Equal([FormerFingerprint], manifest.FormerFingerprints);
    }

    [Fact]
    public void When_they_are_extended_the_decoder_goes_and_the_former_fingerprint_stays()
    {
        BundleWriter.Extend(_folder.Path, new Dictionary<string, byte[]>(), new Dictionary<string, string>());
        Assert.False(File.Exists(_folder.File("common.onnx")));
        Assert.DoesNotContain("common.onnx", File.ReadAllText(_folder.Manifest));
        BundleManifest manifest = BundleManifest.Read(_folder.Path);
        Assert.Equal(Fingerprint, manifest.Fingerprint());
        Assert.Equal([FormerFingerprint], manifest.FormerFingerprints);
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("[\"0A\"]")]
    [InlineData("[\"GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG\"]")]
    public void A_former_fingerprint_that_is_none_is_refused(string json)
    {
        EditManifest(manifest => manifest["formerFingerprints"] = JsonNode.Parse(json));
        Assert.Equal("formerFingerprints", Assert.Throws<BundleException>(() => BundleManifest.Read(_folder.Path)).Place);
    }

    private void EditManifest(Action<JsonNode> edit)
    {
        JsonNode manifest = JsonNode.Parse(File.ReadAllBytes(_folder.Manifest))!;
        edit(manifest);
        File.WriteAllText(_folder.Manifest, manifest.ToJsonString());
    }
}
