using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

public sealed class DecodeWorkerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BundleFolder _folder = new();
    private readonly ModelBundle _bundle;
    private readonly DecodeWorker _worker = new();

    public DecodeWorkerTests() => _bundle = ModelBundle.Load(_folder.Path);

    public void Dispose()
    {
        _bundle.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_thread_begins_with_the_first_channel_and_ends_with_the_last()
    {
        Assert.Null(_worker.Thread);
        DecodeChannel first = _worker.Attach(_bundle);
        DecodeThread thread = _worker.Thread!;
        DecodeChannel second = _worker.Attach(_bundle);
        Assert.Same(thread, _worker.Thread);
        first.Dispose();
        Assert.True(thread.IsRunning);
        second.Dispose();
        Assert.False(thread.IsRunning);
        Assert.Null(_worker.Thread);
        using DecodeChannel third = _worker.Attach(_bundle);
        Assert.NotSame(thread, _worker.Thread);
    }

    [Fact]
    public void Sixty_four_channels_each_get_their_own_beats()
    {
        DecodeChannel[] channels = [.. Enumerable.Range(0, 64).Select(_ => _worker.Attach(_bundle))];
        Random random = new(11);
        for (int round = 0; round < 20; round++)
        {
            Knobs[] knobs = [.. channels.Select(_ => new Knobs(random.NextSingle(), random.NextSingle(), 0, 1))];
            for (int i = 0; i < channels.Length; i++)
            {
                channels[i].Request(knobs[i]);
            }

            for (int i = 0; i < channels.Length; i++)
            {
                Assert.True(SpinWait.SpinUntil(channels[i].Exchange.TryTake, Patience));
                Assert.Equal(_bundle.Mapping.ToLatent(knobs[i])[0], channels[i].Exchange.Reading.Latent[0]);
                Assert.Equal(round + 1, channels[i].Exchange.Reading.Serial);
            }
        }

        foreach (DecodeChannel channel in channels)
        {
            channel.Dispose();
        }

        Assert.Null(_worker.Thread);
    }

    [Fact]
    public void Channels_come_and_go_on_many_threads_while_others_are_served()
    {
        const int Seed = 12;
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, lane =>
        {
            Random random = new(Seed + lane);
            List<DecodeChannel> mine = [];
            for (int i = 0; i < 60; i++)
            {
                if (mine.Count == 0 || random.Next(2) == 0)
                {
                    mine.Add(_worker.Attach(_bundle));
                }

                DecodeChannel channel = mine[random.Next(mine.Count)];
                Knobs knobs = new(random.NextSingle(), 0, 0, 0);
                float wanted = _bundle.Mapping.ToLatent(knobs)[0];
                if (random.Next(2) == 0)
                {
                    channel.Request(knobs);
                }
                else
                {
                    channel.DecodeNow(knobs);
                }

                Assert.True(SpinWait.SpinUntil(
                    () => channel.Exchange.TryTake() && channel.Exchange.Reading.Latent[0] == wanted, Patience));
                if (random.Next(2) == 0)
                {
                    channel.Request(new Knobs(random.NextSingle(), 1, 1, 1));
                    channel.Dispose();
                    channel.Dispose();
                    mine.Remove(channel);
                }
            }

            mine.ForEach(channel => channel.Dispose());
        });
        Assert.Null(_worker.Thread);
    }

    [Fact]
    public void After_its_end_a_channel_ignores_what_it_is_asked()
    {
        DecodeChannel channel = _worker.Attach(_bundle);
        channel.Dispose();
        channel.Request(new Knobs(1, 1, 1, 1));
        channel.DecodeNow(new Knobs(0, 1, 1, 1));
        Assert.False(channel.Exchange.HasFresh);
        Assert.Equal(0, channel.FailureCount);
    }

    [Fact]
    public void A_listener_may_dispose_its_own_channel()
    {
        _folder.ReplaceDecoder(File.ReadAllBytes(Golden.Fixture("fails_at_large_input.onnx")));
        using ModelBundle brittle = ModelBundle.Load(_folder.Path);
        using ManualResetEventSlim disposed = new();
        DecodeChannel? channel = null;
        channel = _worker.Attach(brittle, _ =>
        {
            channel!.Dispose();
            disposed.Set();
        });
        DecodeThread thread = _worker.Thread!;
        channel.Request(new Knobs(1, 1, 1, 1));
        Assert.True(disposed.Wait(Patience));
        Assert.True(SpinWait.SpinUntil(() => !thread.IsRunning, Patience));
    }

    [Fact]
    public void A_bundle_that_is_gone_gets_no_channel_and_no_thread()
    {
        _bundle.Dispose();
        Assert.Throws<ObjectDisposedException>(() => _worker.Attach(_bundle));
        Assert.Null(_worker.Thread);
    }
}
