using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Fills;
using DrumSpace.Inference.Service;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

/// <summary>The fills of the replies.</summary>
public sealed class ServiceFillTests : IDisposable
{
    private static readonly Knobs Point = new(0.6f, 0.5f, 0.4f, 0.5f);
    private readonly ModelBundle _flagship = Load("flagship");
    private readonly ModelWorker _worker = new();

    public void Dispose() => _flagship.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reply_has_the_fill_of_its_pattern_and_seed(bool isOffline)
    {
        using ServiceHost host = new(_worker, _flagship);
        using FillModel model = new(_flagship);
        PatternFill expected = new();
        for (int seed = 1; seed <= 20; seed++)
        {
            host.Ask(new PatternRequest { Knobs = Point, Variation = new PatternVariation(0.5, seed) }, isOffline);
            PlayablePattern reply = host.TakeWhole();
            model.Generate(reply.Decoded.Pattern, seed, expected);
            Assert.Equal(expected.Probabilities, reply.Fill.Probabilities);
            Assert.Equal(Pattern.AllVoices, reply.Fill.Voices);
            Assert.All(reply.Fill.Velocities, velocity => Assert.InRange(velocity, 0, 1));
            Assert.All(reply.Fill.Offsets, offset => Assert.InRange(offset, -0.5f, 0.5f));
            Assert.Contains(reply.Fill.Velocities, velocity => velocity > 0);
        }
    }

    [Fact]
    public void A_pattern_is_answered_before_its_fill_and_until_then_has_the_one_before()
    {
        using ServiceHost host = new(_worker, _flagship);
        host.Ask(new PatternRequest { Knobs = Point, Variation = new PatternVariation(1, 1) });
        float[] before = [.. host.TakeWhole().Fill.Probabilities];
        int early = 0;
        for (int seed = 2; seed <= 20; seed++)
        {
            host.Ask(new PatternRequest { Knobs = Point, Variation = new PatternVariation(1, seed) });
            if (!host.Take().IsWhole)
            {
                early++;
                Assert.Equal(before, host.Reply.Fill.Probabilities);
            }

            float[] own = [.. host.TakeWhole().Fill.Probabilities];
            Assert.NotEqual(before, own);
            before = own;
        }

        Assert.True(early > 0, "No pattern came before its fill.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_equal_pattern_has_its_fill_at_once(bool isOffline)
    {
        using ServiceHost host = new(_worker, _flagship);
        host.Ask(new PatternRequest { Knobs = Point }, isOffline);
        float[] fill = [.. host.TakeWhole().Fill.Probabilities];
        host.Ask(new PatternRequest { Knobs = Point }, isOffline);
        Assert.True(host.Take().IsWhole);
        Assert.Equal(fill, host.Reply.Fill.Probabilities);
    }

    [Fact]
    public void A_seed_gives_the_same_fill_again_and_another_seed_another()
    {
        using FillModel model = new(_flagship);
        HashSet<Pattern> fills = [];
        PatternFill fill = new() { Voices = Pattern.AllVoices };
        Pattern beat = new([.. Enumerable.Repeat<ushort[]>([5, 0, 4, 0, 6, 0, 4, 0], 4).SelectMany(half => half)]);
        for (int time = 0; time < 2; time++)
        {
            for (int seed = 0; seed < 50; seed++)
            {
                model.Generate(beat, seed, fill);
                fills.Add(fill.In(beat));
            }
        }

        Assert.InRange(fills.Count, 45, 50);
    }

    [Fact]
    public void Pinned_voices_play_no_fill()
    {
        using ServiceHost host = new(_worker, _flagship);
        PatternRequest request = new() { Knobs = Point };
        request.Pins.Pin((int)Voice.BassDrum, 0.5f, hits: 0x11111111, new float[Pattern.StepCount]);
        host.Ask(request, isOffline: true);
        Assert.Equal(Pattern.AllVoices & ~1, host.Take().Fill.Voices);
    }

    [Fact]
    public void A_bundle_without_fills_gives_none()
    {
        using ModelBundle plain = Load("paper-ae");
        Assert.False(plain.HasFill);
        Assert.Contains("fill.onnx", Assert.Throws<InvalidOperationException>(() => new FillModel(plain)).Message);
        using ServiceHost host = new(_worker, plain);
        host.AskNow(Point);
        Assert.Equal(0, host.Take().Fill.Voices);
    }

    [Fact]
    public void Generating_allocates_nothing()
    {
        using FillModel model = new(_flagship);
        PatternFill fill = new();
        model.Generate(default, 1, fill);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int seed = 0; seed < 512; seed++)
        {
            model.Generate(default, seed, fill);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static ModelBundle Load(string name) => ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", name));
}
