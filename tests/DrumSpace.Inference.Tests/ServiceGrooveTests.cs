using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Groove;
using DrumSpace.Inference.Service;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

/// <summary>The velocities and offsets of the replies.</summary>
public sealed class ServiceGrooveTests : IDisposable
{
    private readonly BundleFolder _folder = new();
    private readonly ModelBundle _flagship = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
    private readonly ModelWorker _worker = new();

    public void Dispose()
    {
        _flagship.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reply_has_the_groove_of_its_pattern(bool isOffline)
    {
        using ServiceHost host = new(_worker, _flagship);
        using GrooveModel groove = new(_flagship);
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        int hits = 0;
        for (int i = 0; i < 40; i++)
        {
            host.Ask(new PatternRequest { Knobs = new Knobs(i / 40f, 1 - (i / 40f), i % 7 / 7f, i % 5 / 5f) }, isOffline);
            PlayablePattern reply = host.Take();
            Assert.Equal(Pattern.AllVoices, reply.GrooveVoices);
            groove.Play(reply.Decoded.Pattern, velocities, offsets);
            for (int cell = 0; cell < Pattern.CellCount; cell++)
            {
                Assert.InRange(reply.Velocities[cell], 0, 1);
                Assert.InRange(reply.Offsets[cell], -0.5f, 0.5f);
                if (reply.Decoded.Pattern.Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount))
                {
                    hits++;
                    Assert.Equal(velocities[cell], reply.Velocities[cell]);
                    Assert.Equal(offsets[cell], reply.Offsets[cell]);
                }
            }
        }

        Assert.True(hits > 400, $"{hits} hits are too few to prove anything.");
    }

    [Fact]
    public void A_cell_without_a_hit_has_nearly_the_groove_that_a_hit_would_have()
    {
        using ServiceHost host = new(_worker, _flagship);
        using GrooveModel groove = new(_flagship);
        host.AskNow(new Knobs(0.6f, 0.5f, 0.5f, 0.5f));
        PlayablePattern reply = host.Take();
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        List<float> changes = [];
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            foreach (Voice voice in (Voice[])[Voice.BassDrum, Voice.Snare, Voice.ClosedHiHat])
            {
                if (!reply.Decoded.Pattern.Has(voice, step))
                {
                    ushort[] more = reply.Decoded.Pattern.Masks.ToArray();
                    more[step] |= (ushort)(1 << (int)voice);
                    groove.Play(new Pattern(more), velocities, offsets);
                    int cell = (step * Pattern.VoiceCount) + (int)voice;
                    changes.Add(Math.Abs(velocities[cell] - reply.Velocities[cell]));
                }
            }
        }

        Assert.InRange(changes.Average(), 0, 0.1);
    }

    [Fact]
    public void A_model_without_a_groove_gives_replies_without_one_also_after_one_that_has_it()
    {
        using ModelBundle plain = ModelBundle.Load(_folder.Path);
        using ServiceHost host = new(_worker, _flagship);
        for (int i = 0; i < 8; i++)
        {
            bool hasGroove = i % 2 == 0;
            host.Bundle = hasGroove ? _flagship : plain;
            host.AskNow(new Knobs(i / 8f, 0, 0, 0));
            Assert.Equal(hasGroove ? Pattern.AllVoices : 0, host.Take().GrooveVoices);
        }
    }

    [Fact]
    public void Pinned_rows_keep_their_groove_and_a_row_without_one_gets_none()
    {
        const int snare = 1 << (int)Voice.Snare, ride = 1 << (int)Voice.Ride;
        using ModelBundle plain = ModelBundle.Load(_folder.Path);
        using ServiceHost host = new(_worker, _flagship);
        PatternRequest request = new() { Knobs = new Knobs(0.9f, 0.1f, 0.4f, 0.6f) };
        host.Ask(request, isOffline: true);
        PlayablePattern before = new();
        before.CopyFrom(host.Take());
        request.Pins.Pin(snare, before);
        before.GrooveVoices = 0;
        request.Pins.Pin(ride, before);
        request.Knobs = new Knobs(0.1f, 0.8f, 0.2f, 0.7f);
        foreach (ModelBundle bundle in (ModelBundle[])[_flagship, plain])
        {
            host.Bundle = bundle;
            host.Ask(request, isOffline: true);
            PlayablePattern reply = host.Take();
            Assert.Equal(bundle == plain ? snare : Pattern.AllVoices & ~ride, reply.GrooveVoices);
            for (int cell = (int)Voice.Snare; cell < Pattern.CellCount; cell += Pattern.VoiceCount)
            {
                Assert.Equal((before.Velocities[cell], before.Offsets[cell]), (reply.Velocities[cell], reply.Offsets[cell]));
            }
        }
    }

    [Fact]
    public void Replies_with_a_groove_allocate_nothing()
    {
        using ServiceHost host = new(_worker, _flagship);
        host.AskNow(default);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            host.AskNow(new Knobs(i / 1000f, 0.5f, 0.5f, 0.5f));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
