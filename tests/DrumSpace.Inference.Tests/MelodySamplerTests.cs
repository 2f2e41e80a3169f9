using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Inference.Tests;

public sealed class MelodySamplerTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "presets", "models", "flagship");
    private static readonly Pattern Rock = new(
        [.. Enumerable.Range(0, 32).Select(step => (ushort)((step % 8 == 0 ? 1 : 0) | (step % 8 == 4 ? 2 : 0) | (step % 2 == 0 ? 4 : 0)))]);

    private static readonly MelodyConditioning Lead = new(MelodyRole.Lead, 10, new MusicalKey(9, KeyMode.Minor), 4);
    private readonly ModelBundle _bundle = ModelBundle.Load(Shipped);
    private readonly MelodySampler _sampler;

    public MelodySamplerTests() => _sampler = new MelodySampler(_bundle);

    public void Dispose()
    {
        _sampler.Dispose();
        _bundle.Dispose();
    }

    [Fact]
    public void Sampling_allocates_nothing()
    {
        MelodyPhrase line = default;
        _sampler.Sample(Rock, Lead, 1, 1, true, ref line);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (ulong seed = 0; seed < 100; seed++)
        {
            _sampler.Sample(Rock, Lead, 1, seed, true, ref line);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Equal_seeds_give_equal_lines_whatever_was_sampled_between()
    {
        string first = Sample(Lead, 1, 5, false);
        string[] others =
            [.. Enumerable.Range(6, 20).Select(seed => Sample(Lead with { Role = MelodyRole.Bass, Octave = 1 }, 1, (ulong)seed, true))];
        Assert.Equal(first, Sample(Lead, 1, 5, false));
        Assert.True(others.Distinct().Count() > 15);
    }

    [Fact]
    public void No_tie_holds_a_rest_and_scales_are_kept_on_demand()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            MelodyPhrase line = default;
            _sampler.Sample(Rock, Lead, 2, seed, true, ref line);
            bool isSounding = false;
            foreach (MelodyStep step in line)
            {
                Assert.False(step.IsTie && !isSounding);
                Assert.True(!step.IsNote || Lead.Key.HasDegree(Lead.Key.DegreeOf(step.Note)));
                isSounding = !step.IsRest;
            }
        }
    }

    [Fact]
    public void A_line_moves_with_its_octave_and_a_low_temperature_keeps_to_the_likeliest()
    {
        Assert.Single(Enumerable.Range(0, 10).Select(seed => Sample(Lead, 1e-4f, (ulong)seed, false)).Distinct());
        MelodyPhrase line = default;
        for (ulong seed = 0; seed < 20; seed++)
        {
            MelodyConditioning low = Lead with { Role = MelodyRole.Bass, Instrument = 4, Octave = 1 };
            _sampler.Sample(Rock, low, 1, seed, false, ref line);
            foreach (MelodyStep step in line)
            {
                Assert.True(!step.IsNote || (step.Note >= low.Anchor - 12 && step.Note < low.Anchor + 24));
            }
        }
    }

    [Fact]
    public void What_is_out_of_range_is_refused_and_leaves_the_line()
    {
        MelodyPhrase line = default;
        line[0] = MelodyStep.NoteOf(60);
        Assert.Throws<ArgumentOutOfRangeException>(() => _sampler.Sample(Rock, Lead with { Instrument = 16 }, 1, 1, true, ref line));
        Assert.Throws<ArgumentOutOfRangeException>(() => _sampler.Sample(Rock, Lead, 0, 1, true, ref line));
        Assert.Throws<ArgumentOutOfRangeException>(() => _sampler.Sample(Rock, Lead, float.NaN, 1, true, ref line));
        Assert.Equal((60, 1), (line[0].Note, line.OnsetCount));
    }

    [Fact]
    public void A_bundle_without_a_melody_says_so()
    {
        using BundleFolder folder = new();
        using ModelBundle bundle = ModelBundle.Load(folder.Path);
        Assert.False(bundle.HasMelody);
        Assert.Contains("melody.onnx", Assert.Throws<InvalidOperationException>(() => new MelodySampler(bundle)).Message);
    }

    private string Sample(MelodyConditioning setting, float temperature, ulong seed, bool keepsToScale)
    {
        MelodyPhrase line = default;
        _sampler.Sample(Rock, setting, temperature, seed, keepsToScale, ref line);
        return string.Join(' ', ((ReadOnlySpan<MelodyStep>)line).ToArray());
    }
}
