using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Service;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Tests;

public sealed class ModelServiceTests : IDisposable
{
    private readonly BundleFolder _folder = new();
    private readonly ModelBundle _bundle;
    private readonly ModelWorker _worker = new();

    public ModelServiceTests() => _bundle = ModelBundle.Load(_folder.Path);

    public void Dispose()
    {
        _bundle.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_reply_to_a_request_is_the_pattern_at_its_knobs()
    {
        using ServiceHost host = new(_worker, _bundle);
        Assert.False(host.Service.Replies.HasFresh);
        Assert.Null(host.Service.Model);
        for (int i = 1; i <= 50; i++)
        {
            Knobs knobs = new(i / 50f, 0.3f, 1 - i / 50f, 0.6f);
            host.Ask(new PatternRequest { Knobs = knobs, Slot = i % 9 });
            host.Take();
            Assert.Equal((i, i % 9, true), (host.Reply.RequestId, host.Reply.Slot, host.Reply.IsWhole));
            AssertIsPatternAt(knobs, host.Reply);
        }

        Assert.Equal(50, host.Service.ReplyCount);
        Assert.Same(_bundle, host.Service.Model);
        Assert.False(host.MayLoad);
    }

    [Fact]
    public void The_newest_request_wins_however_fast_they_come()
    {
        using ServiceHost host = new(_worker, _bundle);
        Knobs last = default;
        for (int i = 0; i < 20_000; i++)
        {
            last = new Knobs(i / 20_000f, 0.5f, 0.5f, 0.5f);
            host.Ask(last);
        }

        host.Take();
        AssertIsPatternAt(last, host.Reply);
        Assert.InRange(host.Service.ReplyCount, 1, 20_000);
    }

    [Fact]
    public void A_request_that_is_answered_is_not_answered_again()
    {
        using ServiceHost host = new(_worker, _bundle);
        host.Ask(new Knobs(0.2f, 0.2f, 0.2f, 0.2f));
        host.Take();
        for (int i = 0; i < 100; i++)
        {
            host.Service.Notify();
            host.Service.AnswerNow(mayWait: true, mayLoad: true);
        }

        Assert.False(host.Service.Replies.HasFresh);
        Assert.Equal(1, host.Service.ReplyCount);
        host.Ask(new Knobs(0.3f, 0.2f, 0.2f, 0.2f));
        host.Take();
        Assert.Equal(2, host.Service.ReplyCount);
    }

    [Fact]
    public void Offline_the_reply_is_there_when_the_call_returns()
    {
        using ServiceHost host = new(_worker, _bundle);
        for (int i = 1; i <= 100; i++)
        {
            Knobs knobs = new(i / 100f, 0.1f, 0.9f, 0.5f);
            host.AskNow(knobs);
            Assert.True(host.Service.Replies.TryTake());
            Assert.Equal(i, host.Reply.RequestId);
            AssertIsPatternAt(knobs, host.Reply);
        }

        Assert.True(host.MayLoad);
    }

    [Fact]
    public void No_older_request_is_answered_after_an_offline_reply()
    {
        using ServiceHost host = new(_worker, _bundle);
        for (int i = 0; i < 3000; i++)
        {
            host.Ask(new Knobs(i / 3000f, 0, 0, 0));
            Knobs now = new(i / 3000f, 1, 1, 1);
            host.AskNow(now);
            Assert.True(host.Service.Replies.TryTake());
            Assert.Equal(host.LastId, host.Reply.RequestId);
            Assert.Equal(_bundle.Mapping.ToLatent(now)[1], host.Reply.Decoded.Latent[1]);
            Assert.Equal(_bundle.Mapping.ToLatent(now)[0], host.Reply.Decoded.Latent[0]);
            Assert.False(host.Service.Replies.TryTake());
        }

        AssertIsPatternAt(new Knobs(2999 / 3000f, 1, 1, 1), host.Reply);
    }

    [Fact]
    public void A_caller_who_may_not_wait_leaves_a_request_to_a_busy_worker()
    {
        using ManualResetEventSlim isBusy = new(), goOn = new();
        _folder.ReplaceDecoder(File.ReadAllBytes(Golden.Fixture("fails_at_large_input.onnx")));
        using ModelBundle brittle = ModelBundle.Load(_folder.Path);
        using ServiceHost host = new(_worker, brittle, _ =>
        {
            isBusy.Set();
            goOn.Wait(ServiceHost.Patience);
        });
        host.Ask(new Knobs(1, 0.5f, 0.5f, 0.5f));
        Assert.True(isBusy.Wait(ServiceHost.Patience));

        // The worker is in the middle of an answer now.
        host.Ask(new Knobs(0, 0.5f, 0.5f, 0.5f));
        host.Service.AnswerNow(mayWait: false, mayLoad: false);
        Assert.False(host.Service.Replies.HasFresh);
        goOn.Set();
        host.Take();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void While_its_model_is_loading_a_request_waits_and_what_was_answered_stays(bool isOffline)
    {
        using BundleFolder other = new();
        BundleWriter.Write(other.Path, Golden.Manifest with { Quantiles = [[-1, 1], [-1, 1], [-1, 1], [-1, 1]] }, Golden.Files);
        using ServiceHost host = new(_worker, _bundle);
        Knobs knobs = new(0.75f, 0.75f, 0.75f, 0.75f);
        host.Ask(knobs);
        host.Take();
        host.Bundle = null;
        host.Ask(new PatternRequest { Knobs = knobs, Model = 1 });
        if (isOffline)
        {
            host.Service.AnswerNow(mayWait: false, mayLoad: false);
            Assert.False(host.MayLoad);
        }

        Thread.Sleep(50);
        Assert.False(host.Service.Replies.HasFresh);
        Assert.Same(_bundle, host.Service.Model);
        using ModelBundle bundle = ModelBundle.Load(other.Path);
        host.Bundle = bundle;
        host.Service.Notify();
        host.Take();
        Assert.Equal(0.5f, host.Reply.Decoded.Latent[3]);
        Assert.Same(bundle, host.Service.Model);
        Assert.Empty(host.Failures);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_known_reply_needs_no_model_and_is_the_reply_to_equal_requests_alone(bool isOffline)
    {
        using ServiceHost host = new(_worker, bundle: null);
        Knobs knobs = new(0.1f, 0.2f, 0.3f, 0.4f);
        PlayablePattern reply = new() { IsWhole = true, GrooveVoices = 1 };
        reply.Decoded.Pattern = new Pattern(Enumerable.Repeat((ushort)5, 32).ToArray());
        host.Service.UseKnown([new KnownReply(new PatternRequest { Knobs = knobs, Slot = 2, Model = 1 }, reply)]);
        host.Ask(new PatternRequest { Knobs = knobs, Slot = 3, Model = 1 }, isOffline);
        PlayablePattern known = host.TakeWhole();
        Assert.Equal((reply.Decoded.Pattern, 1, 3), (known.Decoded.Pattern, known.GrooveVoices, known.Slot));
        PatternRequest[] others =
        [
            new() { Knobs = knobs, Model = 2 },
            new() { Knobs = new Knobs(0.1f, 0.2f, 0.3f, 0.5f), Model = 1 },
            new() { Knobs = knobs, Model = 1, Variation = new PatternVariation(0.5, 1) },
            new() { Knobs = knobs, Model = 1, Melody = new MelodyRequest { Temperature = 1 } },
            Pinned(new PatternRequest { Knobs = knobs, Model = 1 }),
        ];
        foreach (PatternRequest other in others)
        {
            host.Ask(other, isOffline);
            host.Service.AnswerNow(mayWait: true, mayLoad: false);
            Assert.False(host.Service.Replies.HasFresh);
        }
    }

    [Fact]
    public void A_reply_for_a_song_is_the_whole_reply_that_the_worker_gives_and_loads_nothing()
    {
        using ServiceHost host = new(_worker, bundle: null);
        PatternRequest request = Pinned(new PatternRequest { Knobs = new Knobs(0.1f, 0.9f, 0.3f, 0.4f), Slot = 4, Variation = new PatternVariation(0.5, 3) });
        Assert.Null(host.Service.Reply(request));
        Assert.False(host.MayLoad);
        host.Bundle = _bundle;
        PlayablePattern made = host.Service.Reply(request)!;
        host.Ask(request);
        PlayablePattern reply = host.TakeWhole();
        Assert.Equal((reply.Decoded.Pattern, reply.Slot, true), (made.Decoded.Pattern, made.Slot, made.IsWhole));
        Assert.Equal(reply.Decoded.Probabilities, made.Decoded.Probabilities);
        host.Service.UseKnown([new KnownReply(request, made)]);
        Assert.Same(made, host.Service.Reply(request));
    }

    [Fact]
    public void Neither_the_asking_thread_nor_the_worker_allocates()
    {
        using ServiceHost host = new(_worker, _bundle);
        ModelThread thread = _worker.Thread!;
        void Sweep(int requests)
        {
            for (int i = 0; i < requests; i++)
            {
                host.Ask(new Knobs(i / (float)requests, 0.25f, 0.5f, 0.75f));
                while (!host.Service.Replies.TryTake())
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
        Assert.Empty(host.Failures);
    }

    [Fact]
    public void A_failed_reply_is_told_once_what_was_answered_stays_and_the_worker_goes_on()
    {
        _folder.ReplaceDecoder(File.ReadAllBytes(Golden.Fixture("fails_at_large_input.onnx")));
        using ModelBundle brittle = ModelBundle.Load(_folder.Path);
        using ServiceHost host = new(_worker, brittle, _ => throw new InvalidOperationException("The listener fails as well."));
        host.Ask(new Knobs(1, 0.5f, 0.5f, 0.5f));
        Assert.True(SpinWait.SpinUntil(() => host.Failures.Count == 1, ServiceHost.Patience));
        Assert.True(host.Failures.TryPeek(out Exception? failure) && failure is OnnxRuntimeException);
        Assert.False(host.Service.Replies.HasFresh);
        host.Service.AnswerNow(mayWait: true, mayLoad: true);
        Assert.Single(host.Failures);
        host.AskNow(new Knobs(1, 0.4f, 0.5f, 0.5f));
        Assert.Equal(2, host.Failures.Count);
        Assert.Equal(0, host.Service.ReplyCount);
        host.Ask(new Knobs(0, 0.5f, 0.5f, 0.5f));
        host.Take();
        Assert.Equal(1, host.Service.ReplyCount);
    }

    [Fact]
    public void A_model_that_cannot_be_opened_is_a_failure_and_the_one_before_stays()
    {
        using ServiceHost host = new(_worker, _bundle);
        host.AskNow(new Knobs(0, 0.5f, 0.5f, 0.5f));
        Assert.True(host.Service.Replies.TryTake());
        ModelBundle gone = ModelBundle.Load(_folder.Path);
        gone.Dispose();
        host.Bundle = gone;
        host.AskNow(new Knobs(1, 0.5f, 0.5f, 0.5f));
        Assert.False(host.Service.Replies.HasFresh);
        Assert.IsType<ObjectDisposedException>(Assert.Single(host.Failures));
        Assert.Same(_bundle, host.Service.Model);
        host.Bundle = _bundle;
        host.AskNow(new Knobs(1, 0.5f, 0.5f, 0.5f));
        Assert.True(host.Service.Replies.TryTake());
    }

    [Fact]
    public void Pinned_rows_replace_the_models_own()
    {
        using ServiceHost host = new(_worker, _bundle);
        host.AskNow(new Knobs(0.9f, 0.1f, 0.4f, 0.6f));
        Assert.True(host.Service.Replies.TryTake());
        PatternRequest request = new() { Knobs = new Knobs(0.1f, 0.8f, 0.2f, 0.7f) };
        const int pinned = 1 << (int)Voice.Snare | 1 << (int)Voice.Ride;
        request.Pins.Pin(pinned, host.Reply);
        Pattern before = host.Reply.Decoded.Pattern;
        float[] probabilities = [.. host.Reply.Decoded.Probabilities];
        host.Ask(request, isOffline: true);
        Assert.True(host.Service.Replies.TryTake());
        using PatternDecoder decoder = new(_bundle);
        DecodedPattern own = new();
        decoder.Decode(_bundle.Mapping.ToLatent(request.Knobs), own);
        Assert.NotEqual(before, own.Pattern);
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            int step = cell / Pattern.VoiceCount;
            bool isPinned = (pinned >> cell % Pattern.VoiceCount & 1) != 0;
            Assert.Equal(isPinned ? probabilities[cell] : own.Probabilities[cell], host.Reply.Decoded.Probabilities[cell]);
            Assert.Equal((before[step] & pinned) | (own.Pattern[step] & ~pinned), host.Reply.Decoded.Pattern[step]);
        }
    }

    private static PatternRequest Pinned(PatternRequest request)
    {
        request.Pins.Pin((int)Voice.Ride, 0.5f, 0x0F0F, new float[32]);
        return request;
    }

    private void AssertIsPatternAt(in Knobs knobs, PlayablePattern reply)
    {
        using PatternDecoder decoder = new(_bundle);
        DecodedPattern expected = new();
        decoder.Decode(_bundle.Mapping.ToLatent(knobs), expected);
        Assert.Equal(expected.Probabilities, reply.Decoded.Probabilities);
        Assert.Equal(expected.Pattern, reply.Decoded.Pattern);
        Assert.Equal(expected.Latent[0], reply.Decoded.Latent[0]);
    }
}
