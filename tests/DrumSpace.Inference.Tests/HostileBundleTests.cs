using System.Text;
using System.Text.Json.Nodes;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Tests;

public sealed class HostileBundleTests : IDisposable
{
    private readonly BundleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("formatVersion", "2", "formatVersion", "version 2 is not known")]
    [InlineData("formatVersion", "-1", "formatVersion", "version -1 is not known")]
    [InlineData("formatVersion", "\"1\"", "line", "not a manifest")]
    [InlineData("name", "\"\"", "name", "1 to 100 characters")]
    [InlineData("name", "\"a\\u001b[31m\"", "name", "control character")]
    [InlineData("name", "null", "line", "not a manifest")]
    [InlineData("versionDate", "\"yesterday\"", "line", "not a manifest")]
    [InlineData("versionDate", "\"2026-02-30\"", "line", "not a manifest")]
    [InlineData("thresholds", "[0.5]", "thresholds", "must be 14")]
    [InlineData("thresholds", "[0.5,0.5,0.5,0,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5]", "thresholds[3]", "above 0 and below 1")]
    [InlineData("thresholds", "[1,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5]", "thresholds[0]", "above 0 and below 1")]
    [InlineData("thresholds", "[\"NaN\"]", "line", "not a manifest")]
    [InlineData("axes", "[{\"name\":\"Busy\",\"description\":\"\"}]", "axes", "must be 4")]
    [InlineData("axes", "[{},{},{},{}]", "axes[0]", "1 to 16 characters")]
    [InlineData("axes", "[{\"name\":\"Busy\"},{},{},{}]", "axes[0]", "up to 200 characters")]
    [InlineData("axes", "[null,null,null,null]", "axes[0]", "a name and a description")]
    [InlineData("quantiles", "[[0,1],[0,1],[0,1]]", "quantiles", "4 axes")]
    [InlineData("quantiles", "[[0,1],[0,1],[0,1],[0,1e39]]", "quantiles", "axis 3: point 1 is not a finite number")]
    [InlineData("quantiles", "[[0,1],[1,0],[0,1],[0,1]]", "quantiles", "axis 1: point 1 is below point 0")]
    [InlineData("quantiles", "[[0,1],[0,0],[0,1],[0,1]]", "quantiles", "axis 1: all points are equal")]
    [InlineData("quantiles", "[[0,1],null,[0,1],[0,1]]", "quantiles", "axis 1: there must be 2 to 1025 points")]
    [InlineData("quantiles", "null", "line", "not a manifest")]
    [InlineData("variations", "-1", "variations", "0 to 64")]
    [InlineData("variations", "65", "variations", "0 to 64")]
    [InlineData("variations", "1.5", "line", "not a manifest")]
    [InlineData("training", "{\"a\":null}", "training", "each a text")]
    [InlineData("surprise", "1", "line", "not a manifest")]
    public void A_manifest_that_lies_is_refused_with_its_place(string field, string json, string place, string words)
    {
        JsonObject manifest = JsonNode.Parse(File.ReadAllBytes(_folder.Manifest))!.AsObject();
        manifest[field] = JsonNode.Parse(json);
        AssertManifestRefused(manifest.ToJsonString(), place, words);
    }

    [Theory]
    [InlineData("../../etc/passwd", "leads out")]
    [InlineData("/etc/passwd", "leads out")]
    [InlineData("..\\decoder.onnx", "leads out")]
    [InlineData("C:decoder.onnx", "leads out")]
    [InlineData("..", "leads out")]
    [InlineData("", "not a file that a bundle has")]
    [InlineData("DECODER.ONNX", "not a file that a bundle has")]
    [InlineData("manifest.json", "not a file that a bundle has")]
    public void A_file_that_no_bundle_has_is_refused(string name, string words)
    {
        JsonObject manifest = JsonNode.Parse(File.ReadAllBytes(_folder.Manifest))!.AsObject();
        manifest["files"]!.AsObject()[name] = manifest["files"]![BundleFile.Decoder]!.DeepClone();
        AssertManifestRefused(manifest.ToJsonString(), $"files[\"{name}\"]", words);
    }

    [Theory]
    [InlineData("bytes", "0", "1 to")]
    [InlineData("bytes", "-1", "1 to")]
    [InlineData("bytes", "9223372036854775807", "1 to")]
    [InlineData("sha256", "\"00\"", "64 lower-case")]
    [InlineData("sha256", "\"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz\"", "64 lower-case")]
    public void A_files_facts_are_checked(string field, string json, string words)
    {
        JsonObject manifest = JsonNode.Parse(File.ReadAllBytes(_folder.Manifest))!.AsObject();
        manifest["files"]![BundleFile.Encoder]![field] = JsonNode.Parse(json);
        AssertManifestRefused(manifest.ToJsonString(), $"files[\"encoder.onnx\"].{field}", words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"formatVersion\":1}")]
    [InlineData("\0\0\0\0")]
    public void What_is_no_manifest_is_refused(string text)
    {
        File.WriteAllText(_folder.Manifest, text);
        BundleException e = Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path));
        Assert.Equal(_folder.Manifest, e.File);
    }

    [Fact]
    public void A_manifest_nested_deep_is_refused_and_not_recursed_into() =>
        AssertManifestRefused($"{{\"training\":{new string('[', 100_000)}", "line", "not a manifest");

    [Fact]
    public void A_manifest_cut_anywhere_is_refused()
    {
        byte[] whole = File.ReadAllBytes(_folder.Manifest);
        for (int length = 0; length < whole.Length - 2; length += 37)
        {
            Assert.Throws<BundleException>(() => ManifestJson.Parse(whole.AsSpan(0, length), "cut"));
        }
    }

    [Theory]
    [InlineData(BundleFile.Manifest, 1L << 21)]
    [InlineData(BundleFile.Decoder, 1L << 40)]
    public void A_file_that_is_too_long_is_refused_unread(string name, long length)
    {
        // Sparse, so that the terabyte costs nothing.
        using (FileStream stream = File.OpenWrite(_folder.File(name)))
        {
            stream.SetLength(length);
        }

        BundleException e = Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path));
        Assert.Equal(_folder.File(name), e.File);
        Assert.Contains("at most", e.Message);
    }

    [Theory]
    [InlineData(BundleFile.Manifest)]
    [InlineData(BundleFile.Decoder)]
    [InlineData(BundleFile.Encoder)]
    [InlineData(BundleFile.ModelCard)]
    public void A_missing_file_is_named(string name)
    {
        File.Delete(_folder.File(name));
        BundleException e = Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path));
        Assert.Equal(_folder.File(name), e.File);
        Assert.Contains("cannot be read", e.Message);
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Assert.Contains("no such folder", Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.File("none"))).Message);

    [Fact]
    public void A_flipped_bit_is_found()
    {
        byte[] encoder = File.ReadAllBytes(_folder.File(BundleFile.Encoder));
        encoder[^100] ^= 1;
        File.WriteAllBytes(_folder.File(BundleFile.Encoder), encoder);
        AssertRefused(BundleFile.Encoder, "SHA-256");
    }

    [Theory]
    [InlineData("input_name", "input: it must be \"latent\" alone, and is \"z\"")]
    [InlineData("output_name", "output: it must be \"probabilities\" alone, and is \"p\"")]
    [InlineData("input_width", "its shape must be [N, 4], and is [N, 8]")]
    [InlineData("output_width", "its shape must be [N, 448], and is [N, 444]")]
    [InlineData("three_dimensions", "its shape must be [N, 4], and is [N, 4, 1]")]
    [InlineData("doubles", "it must be a tensor of floats")]
    [InlineData("not_probabilities", "output \"probabilities\"[0]: it answers 2, and a probability lies from 0 to 1")]
    [InlineData("not_numbers", "output \"probabilities\"[0]: it answers NaN")]
    [InlineData("fails_when_run", "it fails when run")]
    public void A_network_that_is_no_decoder_is_refused(string model, string words)
    {
        _folder.ReplaceDecoder(File.ReadAllBytes(Golden.Fixture($"refused/{model}.onnx")));
        AssertRefused(BundleFile.Decoder, words);
    }

    [Fact]
    public void A_decoder_in_the_encoders_place_is_refused()
    {
        Dictionary<string, byte[]> files = Golden.Files;
        files[BundleFile.Encoder] = files[BundleFile.Decoder];
        BundleWriter.Write(_folder.Path, Golden.Manifest, files);
        AssertRefused(BundleFile.Encoder, "it must be \"pattern\" alone");
    }

    [Fact]
    public void Bytes_that_are_no_network_are_refused()
    {
        Random random = new(5);
        byte[] decoder = Golden.Files[BundleFile.Decoder];
        byte[] noise = new byte[5000];
        random.NextBytes(noise);
        foreach (byte[] bad in new[] { noise, Encoding.UTF8.GetBytes("<html>"), decoder[..1000], decoder[..^1] })
        {
            _folder.ReplaceDecoder(bad);
            AssertRefused(BundleFile.Decoder, "cannot open it");
        }
    }

    private void AssertManifestRefused(string json, string place, string words)
    {
        File.WriteAllText(_folder.Manifest, json);
        AssertRefused(BundleFile.Manifest, words);
        BundleException e = Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path));
        Assert.StartsWith(place, e.Place, StringComparison.Ordinal);
    }

    private void AssertRefused(string name, string words)
    {
        BundleException e = Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path));
        Assert.Equal(_folder.File(name), e.File);
        Assert.Contains(words, e.Message);
    }
}
