using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Inference.Tests;

/// <summary>What each of a musician's wishes does to the lines of the shipped model, over beats that it decodes itself.</summary>
public sealed class MelodyRequestTests : IDisposable
{
    private readonly ModelBundle _bundle = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
    private readonly MelodySampler _sampler;
    private readonly Pattern[] _beats;

    public MelodyRequestTests()
    {
        _sampler = new MelodySampler(_bundle);
        using PatternDecoder decoder = new(_bundle);
        Random random = new(5);
        DecodedPattern beat = new();
        _beats = [.. Enumerable.Range(0, 60).Select(_ =>
        {
            Knobs knobs = new(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle());
            decoder.Decode(_bundle.Mapping.ToLatent(knobs), beat);
            return beat.Pattern;
        })];
    }

    public void Dispose()
    {
        _sampler.Dispose();
        _bundle.Dispose();
    }

    [Theory]
    [InlineData(MelodyRole.Bass)]
    [InlineData(MelodyRole.Lead)]
    public void More_density_gives_more_notes_and_a_half_the_models_own(MelodyRole role)
    {
        double[] notes =
            [.. new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(density => Lines(Request(role, density: density)).Average(line => line.OnsetCount))];
        TestContext.Current.TestOutputHelper!.WriteLine($"{role}: {string.Join(", ", notes.Select(mean => $"{mean:F1}"))} notes a line");
        for (int i = 1; i < notes.Length; i++)
        {
            Assert.True(notes[i] > notes[i - 1] + 1, string.Join(", ", notes));
        }

        MelodyRequest plain = Request(role);
        MelodyPhrase own = default;
        for (int i = 0; i < _beats.Length; i++)
        {
            _sampler.Sample(_beats[i], plain.Conditioning, 1, (ulong)plain.Seed, keepsToScale: true, ref own);
            Assert.Equal(Text(own), Text(Sample(_beats[i], plain)));
        }
    }

    [Fact]
    public void The_more_it_follows_the_more_notes_begin_on_the_kick_and_in_full_none_elsewhere()
    {
        double[] shares = [.. new[] { 0, 0.5, 0.9, 1 }.Select(follow => OnKick(Request(MelodyRole.Bass, follow: follow)))];
        TestContext.Current.TestOutputHelper!.WriteLine($"on the kick: {string.Join(", ", shares.Select(share => $"{share:P0}"))}");
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[3]);
        Assert.Equal(1, OnKick(Request(MelodyRole.Lead, follow: 1, density: 1, temperature: 2)));
        Assert.True(Lines(Request(MelodyRole.Bass, follow: 1)).Average(line => line.OnsetCount) > 3);
    }

    [Fact]
    public void Every_note_is_in_the_scale_whatever_else_is_asked()
    {
        foreach (MelodyScale scale in Enum.GetValues<MelodyScale>())
        {
            for (int tonic = 0; tonic < 12; tonic++)
            {
                MelodyRequest request = new(
                    (MelodyRole)(tonic % 2), tonic, tonic, scale, (tonic % 7) - 3, Density: 0.8, Temperature: 2, Follow: 0.3, Seed: tonic);
                MelodyPhrase line = Sample(_beats[tonic], request);
                Assert.True(line.OnsetCount > 0);
                foreach (MelodyStep step in line)
                {
                    bool isAllowed = !step.IsNote || ScaleDegrees.Has(ScaleDegrees.Of(scale), (step.Note + 12 - tonic) % 12);
                    Assert.True(isAllowed, $"{scale} on {tonic}: {step.Note}");
                }
            }
        }
    }

    [Fact]
    public void Octaves_move_the_same_line()
    {
        foreach (Pattern beat in _beats[..10])
        {
            MelodyPhrase home = Sample(beat, Request(MelodyRole.Lead)), up = Sample(beat, Request(MelodyRole.Lead, octaves: 2));
            for (int step = 0; step < MelodyPhrase.StepCount; step++)
            {
                Assert.Equal(home[step].Transpose(24), up[step]);
            }
        }
    }

    [Fact]
    public void A_seed_gives_the_same_line_whatever_was_made_before_and_others_give_others()
    {
        string first = Text(Sample(_beats[0], Request(MelodyRole.Lead, seed: 9)));
        string[] others = [.. Enumerable.Range(10, 20).Select(seed => Text(Sample(_beats[0], Request(MelodyRole.Lead, seed: seed))))];
        Assert.Equal(first, Text(Sample(_beats[0], Request(MelodyRole.Lead, seed: 9))));
        Assert.True(others.Distinct().Count() > 15);
        MelodyPhrase none = Sample(_beats[0], default);
        Assert.Equal(Text(default), Text(none));
    }

    private double OnKick(MelodyRequest request)
    {
        int all = 0, on = 0;
        foreach (Pattern beat in _beats)
        {
            MelodyPhrase line = Sample(beat, request);
            for (int step = 0; step < MelodyPhrase.StepCount; step++)
            {
                all += line[step].IsNote ? 1 : 0;
                on += line[step].IsNote && beat.Has(Voice.BassDrum, step) ? 1 : 0;
            }
        }

        return on / (double)all;
    }

    private static MelodyRequest Request(
        MelodyRole role, double density = 0.5, double temperature = 1, double follow = 0, int octaves = 0, int seed = 1) =>
        new(role, role == MelodyRole.Bass ? 4 : 10, 9, MelodyScale.Minor, octaves, density, temperature, follow, seed);

    private MelodyPhrase[] Lines(MelodyRequest request) => [.. _beats.Select(beat => Sample(beat, request))];

    private MelodyPhrase Sample(in Pattern beat, MelodyRequest request)
    {
        MelodyPhrase line = default;
        line[3] = MelodyStep.NoteOf(1);
        _sampler.Sample(beat, request, ref line);
        return line;
    }

    private static string Text(MelodyPhrase line) => string.Join(' ', ((ReadOnlySpan<MelodyStep>)line).ToArray());
}
