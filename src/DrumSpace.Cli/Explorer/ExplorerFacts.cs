using System.Text.Json;
using DrumSpace.Engine.Sound;
using DrumSpace.Inference.Bundles;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Cli.Explorer;

/// <summary>What the explorer's page is told besides networks, map and samples; src/explorer/src/space/facts.ts reads it.</summary>
internal sealed record ExplorerFacts(
    ExplorerFacts.ToolFacts Tool, ExplorerFacts.ModelFacts Model, IReadOnlyList<ExplorerFacts.VoiceFacts> Voices,
    ExplorerFacts.KitFacts Kit, ExplorerFacts.SynthFacts Synth)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>The version of what the page and the tool agreed upon.</summary>
    public int FormatVersion { get; } = 1;

    /// <summary>The tool that made the page.</summary>
    internal sealed record ToolFacts(string Version);

    /// <summary>The model, as its manifest and card have it.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Version">The day of its training, yyyy-MM-dd; null where the manifest has none.</param>
    /// <param name="Fingerprint">What states and presets know it by.</param>
    /// <param name="FormerFingerprints">What earlier versions knew it by.</param>
    /// <param name="Thresholds">14, by voice.</param>
    /// <param name="Quantiles">Four tables.</param>
    /// <param name="Axes">Four; null where they were given no meaning.</param>
    /// <param name="Variations">The width of the residual latent.</param>
    /// <param name="Summary">The first paragraph of the card; null where it has none.</param>
    internal sealed record ModelFacts(
        string Name, string? Version, string Fingerprint, IReadOnlyList<string> FormerFingerprints, IReadOnlyList<float> Thresholds,
        IReadOnlyList<IReadOnlyList<float>> Quantiles, IReadOnlyList<AxisLabel>? Axes, int Variations, string? Summary);

    /// <summary>A drum: its id in files, its name, its General MIDI note, and its place from 0, left, to 1, right.</summary>
    internal sealed record VoiceFacts(string Id, string Name, int Note, float Pan);

    /// <summary>The kit: frames a second, each drum's frames, and the seconds of its two fades.</summary>
    internal sealed record KitFacts(int SampleRate, IReadOnlyList<int> Lengths, double RestrikeFade, double ChokeFade);

    /// <summary>The patches of the melody's synthesizer.</summary>
    internal sealed record SynthFacts(SynthPatch Lead, SynthPatch Bass);

    /// <summary>The facts of a model.</summary>
    /// <param name="bundle">The model.</param>
    /// <param name="kit">The samples of the page's kit.</param>
    public static ExplorerFacts Of(ModelBundle bundle, KitSamples kit)
    {
        BundleManifest manifest = bundle.Manifest;
        ModelFacts model = new(
            manifest.Name,
            manifest.VersionDate?.ToString("yyyy-MM-dd", null),
            manifest.Fingerprint(),
            manifest.FormerFingerprints ?? [],
            manifest.Thresholds,
            manifest.Quantiles,
            manifest.Axes,
            manifest.Variations,
            CardSummary.Of(File.ReadAllText(Path.Combine(bundle.Folder, BundleFile.ModelCard))));
        VoiceFacts[] voices =
        [
            .. VoiceNames.All.Select((voice, index) => new VoiceFacts(voice.Id, voice.Name, Music.Kit.Notes[index], KitSound.Pans[index])),
        ];
        string version = typeof(ExplorerFacts).Assembly.GetName().Version!.ToString(3);
        KitFacts sound = new(KitSamples.SampleRate, kit.Lengths, KitSound.RestrikeFade, KitSound.ChokeFade);
        return new(new ToolFacts(version), model, voices, sound, new SynthFacts(SynthPatch.Lead, SynthPatch.Bass));
    }

    /// <summary>As JSON that can stand in a script element: its encoder writes `&lt;` as \u003C.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);
}
