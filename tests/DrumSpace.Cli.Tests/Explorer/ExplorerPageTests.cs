using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DrumSpace.Cli.Explorer;
using DrumSpace.Engine.Sound;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Cli.Tests.Explorer;

public sealed class ExplorerPageTests
{
    private static readonly string Models = Path.Combine(Repository.Root, "presets", "models");

    [Fact]
    public void The_page_has_the_files_of_the_bundle_byte_for_byte()
    {
        string folder = Path.Combine(Models, "flagship"), page = Compose(folder);
        foreach (string name in new[] { "decoder", "groove", "fill", "melody" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder, $"{name}.onnx")), Unpack(page, name));
        }

        Assert.Equal(File.ReadAllBytes(Path.Combine(folder, "map.bin")), Unpack(page, "map"));
        Assert.DoesNotContain(ExplorerPage.Placeholder, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_companions_has_no_element_for_them()
    {
        string page = Compose(Path.Combine(Models, "paper-ae"));
        Assert.NotEmpty(Unpack(page, "decoder"));
        Assert.DoesNotContain("id=\"groove\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"melody\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_patterns_are_those_of_the_decoder()
    {
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Models, "paper-ae"));
        byte[] content = Unpack(Encoding.UTF8.GetString(ExplorerPage.Compose(bundle)), "patterns");
        Assert.Equal(bundle.Map!.Points.Length * 64, content.Length);
        using PatternDecoder decoder = new(bundle);
        DecodedPattern decoded = new();
        for (int point = 0; point < bundle.Map.Points.Length; point += 397)
        {
            decoder.Decode(bundle.Mapping.ToLatent(bundle.KnobMap!.Points[point].Knobs), decoded);
            for (int step = 0; step < 32; step++)
            {
                int mask = BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan((point * 64) + (step * 2)));
                Assert.Equal(decoded.Pattern[step], mask);
            }
        }
    }

    [Fact]
    public void The_facts_describe_model_and_kit()
    {
        string folder = Path.Combine(Models, "flagship"), page = Compose(folder);
        JsonElement facts = JsonDocument.Parse(Element(page, "facts")).RootElement;
        BundleManifest manifest = BundleManifest.Read(folder);
        JsonElement model = facts.GetProperty("model");
        Assert.Equal(1, facts.GetProperty("formatVersion").GetInt32());
        Assert.Equal(manifest.Fingerprint(), model.GetProperty("fingerprint").GetString());
        Assert.Equal(manifest.VersionDate, DateOnly.Parse(model.GetProperty("version").GetString()!, CultureInfo.InvariantCulture));
        Assert.Equal(manifest.Thresholds, model.GetProperty("thresholds").EnumerateArray().Select(value => value.GetSingle()));
        Assert.Equal("Busy", model.GetProperty("axes")[0].GetProperty("name").GetString());
        Assert.StartsWith("A latent space of drum patterns", model.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal("closed-hat", facts.GetProperty("voices")[2].GetProperty("id").GetString());
        Assert.Equal(42, facts.GetProperty("voices")[2].GetProperty("note").GetInt32());
        Assert.Equal(0.62f, facts.GetProperty("voices")[2].GetProperty("pan").GetSingle());
        Assert.Equal(SynthPatch.Bass.Cutoff, facts.GetProperty("synth").GetProperty("bass").GetProperty("cutoff").GetDouble());
    }

    [Fact]
    public void The_kit_is_the_engines_within_half_a_bit()
    {
        string page = Compose(Path.Combine(Models, "paper-ae"));
        byte[] content = Unpack(page, "kit");
        int[] lengths = [.. JsonDocument.Parse(Element(page, "facts")).RootElement.GetProperty("kit").GetProperty("lengths")
            .EnumerateArray().Select(length => length.GetInt32())];
        int at = 0;
        foreach (Voice voice in Enum.GetValues<Voice>())
        {
            ReadOnlySpan<float> sample = KitSound.SampleOf(voice, 48_000);
            Assert.Equal(sample.Length, lengths[(int)voice]);
            foreach (float value in sample)
            {
                Assert.Equal(value, BinaryPrimitives.ReadInt16LittleEndian(content.AsSpan(at)) / 32767f, 0.51 / 32767);
                at += 2;
            }
        }

        Assert.Equal(content.Length, at);
    }

    [Theory]
    [InlineData("# Name\n\nOne line,\nand another.\n\nMore.", "One line, and another.")]
    [InlineData("\r\n# Name\r\n## Part\r\nText", "Text")]
    [InlineData("# Name\n", null)]
    public void The_summary_is_the_cards_first_paragraph(string card, string? summary) => Assert.Equal(summary, CardSummary.Of(card));

    [Fact]
    public void Text_of_a_card_cannot_end_its_element()
    {
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Models, "paper-ae"));
        ExplorerFacts facts = ExplorerFacts.Of(bundle, KitSamples.Make());
        string json = (facts with { Model = facts.Model with { Name = "</script><b>" } }).ToJson();
        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
        Assert.Equal("</script><b>", JsonDocument.Parse(json).RootElement.GetProperty("model").GetProperty("name").GetString());
    }

    private static string Compose(string folder)
    {
        using ModelBundle bundle = ModelBundle.Load(folder);
        return Encoding.UTF8.GetString(ExplorerPage.Compose(bundle));
    }

    private static string Element(string page, string id) =>
        Regex.Match(page, $"<script type=\"[a-z/]+\" id=\"{id}\">(.*?)</script>").Groups[1].Value;

    private static byte[] Unpack(string page, string id)
    {
        using GZipStream gzip = new(new MemoryStream(Convert.FromBase64String(Element(page, id))), CompressionMode.Decompress);
        using MemoryStream content = new();
        gzip.CopyTo(content);
        return content.ToArray();
    }
}
