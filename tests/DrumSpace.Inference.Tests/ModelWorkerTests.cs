using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Service;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

public sealed class ModelWorkerTests : IDisposable
{
    private readonly BundleFolder _folder = new();
    private readonly ModelBundle _bundle;
    private readonly ModelWorker _worker = new();

    public ModelWorkerTests() => _bundle = ModelBundle.Load(_folder.Path);

    public void Dispose()
    {
        _bundle.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_thread_begins_with_the_first_service_and_ends_with_the_last()
    {
        Assert.Null(_worker.Thread);
        Assert.Equal(0, _worker.AllocatedBytes);
        ServiceHost first = new(_worker, _bundle);
        ModelThread thread = _worker.Thread!;
        ServiceHost second = new(_worker, _bundle);
        Assert.Same(thread, _worker.Thread);
        first.Dispose();
        Assert.True(thread.IsRunning);
        second.Dispose();
        Assert.False(thread.IsRunning);
        Assert.Null(_worker.Thread);
        using ServiceHost third = new(_worker, _bundle);
        Assert.NotSame(thread, _worker.Thread);
    }

    [Fact]
    public void Sixty_four_services_each_answer_their_own_requests()
    {
        ServiceHost[] hosts = [.. Enumerable.Range(0, 64).Select(_ => new ServiceHost(_worker, _bundle))];
        Random random = new(11);
        for (int round = 0; round < 20; round++)
        {
            Knobs[] knobs = [.. hosts.Select(_ => new Knobs(random.NextSingle(), random.NextSingle(), 0, 1))];
            for (int i = 0; i < hosts.Length; i++)
            {
                hosts[i].Ask(knobs[i]);
            }

            for (int i = 0; i < hosts.Length; i++)
            {
                Assert.Equal(_bundle.Mapping.ToLatent(knobs[i])[0], hosts[i].Take().Decoded.Latent[0]);
                Assert.Equal(round + 1, hosts[i].Reply.RequestId);
            }
        }

        foreach (ServiceHost host in hosts)
        {
            host.Dispose();
        }

        Assert.Null(_worker.Thread);
    }

    [Fact]
    public void Services_come_and_go_on_many_threads_while_others_are_served()
    {
        const int Seed = 12;
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, lane =>
        {
            Random random = new(Seed + lane);
            List<ServiceHost> mine = [];
            for (int i = 0; i < 60; i++)
            {
                if (mine.Count == 0 || random.Next(2) == 0)
                {
                    mine.Add(new ServiceHost(_worker, _bundle));
                }

                ServiceHost host = mine[random.Next(mine.Count)];
                Knobs knobs = new(random.NextSingle(), 0, 0, 0);
                if (random.Next(2) == 0)
                {
                    host.Ask(knobs);
                }
                else
                {
                    host.AskNow(knobs);
                }

                Assert.Equal(_bundle.Mapping.ToLatent(knobs)[0], host.Take().Decoded.Latent[0]);
                if (random.Next(2) == 0)
                {
                    host.Ask(new Knobs(random.NextSingle(), 1, 1, 1));
                    host.Dispose();
                    host.Dispose();
                    mine.Remove(host);
                }
            }

            mine.ForEach(host => host.Dispose());
        });
        Assert.Null(_worker.Thread);
    }

    [Fact]
    public void After_its_end_a_service_answers_nothing()
    {
        ServiceHost host = new(_worker, _bundle);
        host.Dispose();
        host.Ask(new Knobs(1, 1, 1, 1));
        host.AskNow(new Knobs(0, 1, 1, 1));
        Assert.False(host.Service.Replies.HasFresh);
        Assert.Empty(host.Failures);
        Assert.Null(host.Service.Model);
    }

    [Fact]
    public void A_listener_may_dispose_its_own_service()
    {
        _folder.ReplaceDecoder(File.ReadAllBytes(Golden.Fixture("fails_at_large_input.onnx")));
        using ModelBundle brittle = ModelBundle.Load(_folder.Path);
        using ManualResetEventSlim disposed = new();
        ServiceHost? host = null;
        host = new ServiceHost(_worker, brittle, _ =>
        {
            host!.Dispose();
            disposed.Set();
        });
        ModelThread thread = _worker.Thread!;
        host.Ask(new Knobs(1, 1, 1, 1));
        Assert.True(disposed.Wait(ServiceHost.Patience));
        Assert.True(SpinWait.SpinUntil(() => !thread.IsRunning, ServiceHost.Patience));
    }

    [Fact]
    public void A_service_is_disposed_while_it_is_served()
    {
        for (int i = 0; i < 200; i++)
        {
            ServiceHost host = new(_worker, _bundle);
            for (int request = 0; request < i % 7; request++)
            {
                host.Ask(new Knobs(request / 7f, 0, 0, 0));
            }

            host.Dispose();
            Assert.Null(_worker.Thread);
            Assert.Empty(host.Failures);
        }
    }
}
