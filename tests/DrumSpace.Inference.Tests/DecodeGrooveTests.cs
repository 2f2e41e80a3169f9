using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Groove;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

public sealed class DecodeGrooveTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BundleFolder _folder = new();
    private readonly ModelBundle _flagship = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
    private readonly DecodeWorker _worker = new();

    public void Dispose()
    {
        _flagship.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_beat_carries_what_the_groove_says_of_its_pattern(bool isOffline)
    {
        using DecodeChannel channel = _worker.Attach(_flagship);
        using GrooveModel head = new(_flagship);
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        int hits = 0;
        for (int i = 0; i < 40; i++)
        {
            Knobs knobs = new(i / 40f, 1 - (i / 40f), i % 7 / 7f, i % 5 / 5f);
            Assert.True(isOffline ? channel.DecodeNow(knobs) : channel.Request(knobs));
            Assert.True(SpinWait.SpinUntil(channel.Exchange.TryTake, Patience));
            DecodedPattern beat = channel.Exchange.Reading;
            Assert.True(beat.HasGroove);
            head.Play(beat.Pattern, velocities, offsets);
            for (int cell = 0; cell < Pattern.CellCount; cell++)
            {
                Assert.InRange(beat.Velocities[cell], 0, 1);
                Assert.InRange(beat.Offsets[cell], -0.5f, 0.5f);
                if (beat.Pattern.Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount))
                {
                    hits++;
                    Assert.Equal(velocities[cell], beat.Velocities[cell]);
                    Assert.Equal(offsets[cell], beat.Offsets[cell]);
                }
            }
        }

        Assert.True(hits > 400, $"{hits} hits are too few to prove anything.");
    }

    [Fact]
    public void Of_a_cell_without_a_hit_it_says_nearly_what_it_would_of_a_hit()
    {
        using DecodeChannel channel = _worker.Attach(_flagship);
        using GrooveModel head = new(_flagship);
        channel.DecodeNow(new Knobs(0.6f, 0.5f, 0.5f, 0.5f));
        Assert.True(channel.Exchange.TryTake());
        DecodedPattern beat = channel.Exchange.Reading;
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        List<float> changes = [];
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            foreach (Voice voice in (Voice[])[Voice.BassDrum, Voice.Snare, Voice.ClosedHiHat])
            {
                if (!beat.Pattern.Has(voice, step))
                {
                    ushort[] more = beat.Pattern.Masks.ToArray();
                    more[step] |= (ushort)(1 << (int)voice);
                    head.Play(new Pattern(more), velocities, offsets);
                    int cell = (step * Pattern.VoiceCount) + (int)voice;
                    changes.Add(Math.Abs(velocities[cell] - beat.Velocities[cell]));
                }
            }
        }

        Assert.InRange(changes.Average(), 0, 0.1);
    }

    [Fact]
    public void A_model_without_a_groove_gives_beats_without_one_also_after_one_that_has_it()
    {
        using ModelBundle plain = ModelBundle.Load(_folder.Path);
        using DecodeChannel channel = _worker.Attach(_flagship);
        for (int i = 0; i < 8; i++)
        {
            bool hasGroove = i % 2 == 0;
            channel.Use(hasGroove ? _flagship : plain);
            channel.DecodeNow(new Knobs(i / 8f, 0, 0, 0));
            Assert.True(channel.Exchange.TryTake());
            Assert.Equal(hasGroove, channel.Exchange.Reading.HasGroove);
        }
    }

    [Fact]
    public void Decoding_with_a_groove_allocates_nothing()
    {
        using DecodeChannel channel = _worker.Attach(_flagship);
        channel.DecodeNow(default);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            channel.DecodeNow(new Knobs(i / 1000f, 0.5f, 0.5f, 0.5f));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
