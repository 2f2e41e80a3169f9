using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

public sealed class DecodeChannelTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BundleFolder _folder = new();
    private readonly ModelBundle _bundle;
    private readonly DecodeWorker _worker = new();

    public DecodeChannelTests() => _bundle = ModelBundle.Load(_folder.Path);

    public void Dispose()
    {
        _bundle.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_request_comes_back_as_the_beat_at_its_knobs()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        Assert.False(channel.Exchange.HasFresh);
        for (int i = 1; i <= 50; i++)
        {
            Knobs knobs = new(i / 50f, 0.3f, 1 - i / 50f, 0.6f);
            channel.Request(knobs);
            Take(channel);
            Assert.Equal(i, channel.Exchange.Reading.Serial);
            AssertIsBeatAt(knobs, channel.Exchange.Reading);
        }
    }

    [Fact]
    public void The_newest_request_wins_however_fast_they_come()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        Knobs last = default;
        for (int i = 0; i < 20_000; i++)
        {
            last = new Knobs(i / 20_000f, 0.5f, 0.5f, 0.5f);
            channel.Request(last);
        }

        Latent wanted = _bundle.Mapping.ToLatent(last);
        Assert.True(SpinWait.SpinUntil(() => channel.Exchange.TryTake() && channel.Exchange.Reading.Latent[0] == wanted[0], Patience));
        AssertIsBeatAt(last, channel.Exchange.Reading);
        Assert.InRange(channel.Exchange.Reading.Serial, 1, 20_000);
    }

    [Fact]
    public void The_same_knobs_again_decode_nothing()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        channel.Request(new Knobs(0.2f, 0.2f, 0.2f, 0.2f));
        Take(channel);
        for (int i = 0; i < 100; i++)
        {
            channel.Request(new Knobs(0.2f, 0.2f, 0.2f, 0.2f));
            channel.DecodeNow(new Knobs(0.2f, 0.2f, 0.2f, 0.2f));
        }

        channel.Request(new Knobs(0.3f, 0.2f, 0.2f, 0.2f));
        Take(channel);
        Assert.Equal(2, channel.Exchange.Reading.Serial);
    }

    [Fact]
    public void Offline_the_beat_is_there_when_the_call_returns()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        for (int i = 1; i <= 100; i++)
        {
            Knobs knobs = new(i / 100f, 0.1f, 0.9f, 0.5f);
            channel.DecodeNow(knobs);
            Assert.True(channel.Exchange.TryTake());
            Assert.Equal(i, channel.Exchange.Reading.Serial);
            AssertIsBeatAt(knobs, channel.Exchange.Reading);
        }
    }

    [Fact]
    public void No_older_request_publishes_after_an_offline_decode()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        long serial = 0;
        for (int i = 0; i < 3000; i++)
        {
            channel.Request(new Knobs(i / 3000f, 0, 0, 0));
            Knobs now = new(i / 3000f, 1, 1, 1);
            channel.DecodeNow(now);
            Assert.True(channel.Exchange.TryTake());
            Assert.Equal(_bundle.Mapping.ToLatent(now)[1], channel.Exchange.Reading.Latent[1]);
            Assert.Equal(_bundle.Mapping.ToLatent(now)[0], channel.Exchange.Reading.Latent[0]);
            Assert.True(channel.Exchange.Reading.Serial > serial);
            serial = channel.Exchange.Reading.Serial;
            Assert.False(channel.Exchange.TryTake());
        }

        AssertIsBeatAt(new Knobs(2999 / 3000f, 1, 1, 1), channel.Exchange.Reading);
    }

    [Fact]
    public void Neither_the_asking_thread_nor_the_worker_allocates_nor_collects()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        DecodeThread thread = _worker.Thread!;
        void Sweep(int requests)
        {
            for (int i = 0; i < requests; i++)
            {
                channel.Request(new Knobs(i / (float)requests, 0.25f, 0.5f, 0.75f));
                while (!channel.Exchange.TryTake())
                {
                    Thread.Yield();
                }
            }
        }

        Sweep(500);
        long mine = GC.GetAllocatedBytesForCurrentThread();
        long workers = thread.AllocatedBytes;
        Sweep(5000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - mine);
        Assert.Equal(0, thread.AllocatedBytes - workers);
        Assert.Equal(0, channel.FailureCount);
    }

    [Fact]
    public void Another_model_answers_the_request_anew()
    {
        using BundleFolder other = new();
        BundleWriter.Write(other.Path, Golden.Manifest with { Quantiles = [[-1, 1], [-1, 1], [-1, 1], [-1, 1]] }, Golden.Files);
        using DecodeChannel channel = _worker.Attach(_bundle);
        channel.Request(new Knobs(0.75f, 0.75f, 0.75f, 0.75f));
        Take(channel);
        using (ModelBundle bundle = ModelBundle.Load(other.Path))
        {
            channel.Use(bundle);
        }

        Take(channel);
        Assert.Equal(0.5f, channel.Exchange.Reading.Latent[3]);
        channel.Dispose();
        Assert.Throws<ObjectDisposedException>(() => channel.Use(_bundle));
    }

    [Fact]
    public void A_failed_decode_is_told_and_kept_and_the_worker_goes_on()
    {
        _folder.ReplaceDecoder(File.ReadAllBytes(Golden.Fixture("fails_at_large_input.onnx")));
        using ModelBundle brittle = ModelBundle.Load(_folder.Path);
        List<Exception> told = [];
        using DecodeChannel channel = _worker.Attach(brittle, failure =>
        {
            lock (told)
            {
                told.Add(failure);
            }

            throw new InvalidOperationException("The listener fails as well.");
        });
        channel.Request(new Knobs(1, 0.5f, 0.5f, 0.5f));
        Assert.True(SpinWait.SpinUntil(() => channel.LastFailure is AggregateException, Patience));
        Assert.Equal(1, channel.FailureCount);
        lock (told)
        {
            Assert.IsType<Microsoft.ML.OnnxRuntime.OnnxRuntimeException>(Assert.Single(told));
        }

        Assert.False(channel.Exchange.HasFresh);
        channel.DecodeNow(new Knobs(1, 0.4f, 0.5f, 0.5f));
        Assert.Equal(2, channel.FailureCount);
        channel.Request(new Knobs(0, 0.5f, 0.5f, 0.5f));
        Take(channel);
        Assert.Equal(1, channel.Exchange.Reading.Serial);
    }

    private static void Take(DecodeChannel channel) => Assert.True(SpinWait.SpinUntil(channel.Exchange.TryTake, Patience));

    private void AssertIsBeatAt(in Knobs knobs, DecodedPattern beat)
    {
        using PatternDecoder decoder = new(_bundle);
        DecodedPattern expected = new();
        decoder.Decode(_bundle.Mapping.ToLatent(knobs), expected);
        Assert.Equal(expected.Probabilities, beat.Probabilities);
        Assert.Equal(expected.Pattern, beat.Pattern);
        Assert.Equal(expected.Latent[0], beat.Latent[0]);
    }
}
