using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

public class PatternFinderTests(ITestOutputHelper output)
{
    private static string Model => Path.Combine(Repository.Root, "presets", "models", "paper-ae");

    [Fact]
    public void Beats_of_the_model_are_found_again_nearer_than_by_the_encoder_alone()
    {
        int seed = Seed.Take(output.WriteLine);
        Random random = new(seed);
        using ModelBundle bundle = ModelBundle.Load(Model);
        using PatternFinder finder = new(bundle);
        using PatternDecoder decoder = new(bundle);
        DecodedPattern beat = new();
        double before = 0;
        double after = 0;
        const int count = 12;
        for (int i = 0; i < count; i++)
        {
            decoder.Decode(bundle.Mapping.ToLatent(Anywhere(random)), beat);
            Pattern wanted = beat.Pattern;
            FoundPattern found = finder.Find(wanted);
            Assert.True(found.Similarity >= found.StartSimilarity, $"{found.Similarity} after {found.StartSimilarity}; seed {seed}.");
            decoder.Decode(bundle.Mapping.ToLatent(found.Knobs), beat);
            Assert.Equal(beat.Pattern, found.Pattern);
            before += found.StartSimilarity / count;
            after += found.Similarity / count;
        }

        output.WriteLine($"F1 {before:F3} by the encoder, {after:F3} after the search.");
        Assert.True(after > before && after > 0.85, $"F1 {before:F3} and {after:F3}; seed {seed}.");
    }

    [Fact]
    public void The_same_beat_is_found_at_the_same_place()
    {
        using ModelBundle bundle = ModelBundle.Load(Model);
        using PatternFinder one = new(bundle);
        using PatternFinder other = new(bundle);
        Pattern pattern =
            new([.. Enumerable.Range(0, 32).Select(step => (ushort)(step % 8 == 0 ? 5 : step % 8 == 4 ? 6 : step % 2 == 0 ? 4 : 0))]);
        FoundPattern found = one.Find(pattern);
        Assert.Equal(found.Similarity, other.Find(pattern).Similarity);
        FoundPattern again = one.Find(pattern);
        Assert.Equal(Positions(found.Knobs), Positions(again.Knobs));
    }

    [Fact]
    public void Silence_and_a_wall_of_hits_are_answered_too()
    {
        using ModelBundle bundle = ModelBundle.Load(Model);
        using PatternFinder finder = new(bundle);
        foreach (ushort mask in (ushort[])[0, Pattern.AllVoices])
        {
            FoundPattern found = finder.Find(new Pattern([.. Enumerable.Repeat(mask, 32)]));
            Assert.InRange(found.Similarity, 0, 1);
            Assert.All(Positions(found.Knobs), knob => Assert.InRange(knob, 0, 1));
        }
    }

    private static float[] Positions(Knobs knobs) => [knobs[0], knobs[1], knobs[2], knobs[3]];

    private static Knobs Anywhere(Random random) => new(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle());
}
