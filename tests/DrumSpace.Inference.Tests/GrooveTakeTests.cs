using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Groove;
using DrumSpace.Inference.Service;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

/// <summary>Takes and tempos of the shipped groove, and of a groove from before there were any.</summary>
public sealed class GrooveTakeTests : IDisposable
{
    private static readonly Pattern Busy = new([.. Enumerable.Range(0, Pattern.StepCount).Select(step => (ushort)(step * 37 % 1024))]);
    private static readonly string Earlier = Path.Combine(Repository.Root, "tests", "DrumSpace.Inference.Tests", "fixtures", "earlier_groove.onnx");
    private readonly ModelBundle _flagship = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
    private readonly BundleFolder _folder = new();
    private readonly ModelWorker _worker = new();

    public void Dispose()
    {
        _flagship.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_seed_is_a_take_and_no_amount_is_the_median()
    {
        using GrooveModel groove = new(_flagship);
        float[] median = Play(groove), take = Play(groove, new GrooveTake(1, 5));
        Assert.NotEqual(median, take);
        Assert.NotEqual(take, Play(groove, new GrooveTake(1, 6)));
        Assert.NotEqual(take, Play(groove, new GrooveTake(0.5, 5)));
        Assert.Equal(take, Play(groove, new GrooveTake(1, 5)));
        Assert.Equal(median, Play(groove, new GrooveTake(0, 5)));
        Assert.Equal(median, Play(groove));
        Assert.All(take[..Pattern.CellCount], velocity => Assert.InRange(velocity, 0, 1));
        Assert.All(take[Pattern.CellCount..], offset => Assert.InRange(offset, -0.5f, 0.5f));
    }

    [Fact]
    public void Another_tempo_is_played_otherwise_and_an_unknown_one_as_120()
    {
        using GrooveModel groove = new(_flagship);
        Assert.NotEqual(Play(groove, tempo: 80), Play(groove, tempo: 160));
        Assert.Equal(Play(groove, tempo: 120), Play(groove, tempo: 0));
    }

    [Fact]
    public void A_new_take_for_each_pattern_allocates_nothing()
    {
        using GrooveModel groove = new(_flagship);
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        groove.PredictAll(Busy, velocities, offsets, 120, new GrooveTake(1, 1));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 512; i++)
        {
            groove.PredictAll(Busy, velocities, offsets, 100 + i, new GrooveTake(1, i));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_earlier_groove_plays_as_ever()
    {
        BundleWriter.Extend(
            _folder.Path,
            new Dictionary<string, byte[]> { [BundleFile.Groove] = File.ReadAllBytes(Earlier) },
            new Dictionary<string, string>());
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        using GrooveModel groove = new(bundle);
        Assert.Equal(Play(groove), Play(groove, new GrooveTake(1, 5), 90));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reply_has_the_take_and_the_tempo_of_its_request(bool isOffline)
    {
        using ServiceHost host = new(_worker, _flagship);
        using GrooveModel groove = new(_flagship);
        GrooveTake take = new(0.7, 12);
        host.Ask(new PatternRequest { Knobs = new Knobs(0.3f, 0.6f, 0.5f, 0.4f), Take = take, Tempo = 96 }, isOffline);
        PlayablePattern reply = host.Take();
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        groove.PredictAll(reply.Decoded.Pattern, velocities, offsets, 96, take);
        Assert.Equal(velocities, reply.Velocities);
        Assert.Equal(offsets, reply.Offsets);
    }

    private static float[] Play(GrooveModel groove, GrooveTake take = default, double tempo = 120)
    {
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        groove.PredictAll(Busy, velocities, offsets, tempo, take);
        return [.. velocities, .. offsets];
    }
}
