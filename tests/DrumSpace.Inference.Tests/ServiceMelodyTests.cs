using System.Diagnostics;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Melody;
using DrumSpace.Inference.Service;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Inference.Tests;

/// <summary>The melodies of the replies.</summary>
public sealed class ServiceMelodyTests : IDisposable
{
    private static readonly MelodyRequest Bass = new(MelodyRole.Bass, 4, 0, MelodyScale.Minor, 0, 0.5, 1, 0, 1);
    private static readonly MelodyRequest Lead = new(MelodyRole.Lead, 10, 5, MelodyScale.Dorian, 1, 0.7, 1.2, 0.5, 4);

    private readonly ModelBundle _bundle = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
    private readonly ModelWorker _worker = new();

    public void Dispose() => _bundle.Dispose();

    [Fact]
    public void A_request_is_answered_with_its_pattern_and_then_with_its_melody()
    {
        using ServiceHost host = new(_worker, _bundle);
        int early = 0;
        for (int i = 1; i <= 10; i++)
        {
            host.Ask(new Knobs(i / 10f, 0.3f, 0.4f, 0.6f), Bass);
            host.Take();
            early += host.Reply.IsWhole ? 0 : 1;
            Pattern pattern = host.Reply.Decoded.Pattern;
            host.TakeWhole();
            Assert.Equal(pattern, host.Reply.Decoded.Pattern);
            Assert.Equal(Expected(pattern, Bass), Text(host.Reply.Melody));
        }

        Assert.True(early > 0, "Patterns do not wait for their melodies.");
        Assert.Equal(10, host.Service.ReplyCount);
    }

    [Fact]
    public void Where_none_is_requested_there_is_no_melody()
    {
        using ServiceHost host = new(_worker, _bundle);
        Knobs knobs = new(0.1f, 0.1f, 0.1f, 0.1f), other = new(0.2f, 0.1f, 0.1f, 0.1f);
        Assert.Equal(0, MelodyOf(knobs, default).OnsetCount);
        Assert.NotEqual(0, MelodyOf(knobs, Bass).OnsetCount);
        Assert.Equal(0, MelodyOf(other, default).OnsetCount);
        Assert.NotEqual(0, MelodyOf(other, Bass).OnsetCount);
        MelodyPhrase MelodyOf(Knobs at, MelodyRequest melody)
        {
            host.AskNow(at, melody);
            Assert.True(host.Take().IsWhole);
            return host.Reply.Melody;
        }
    }

    [Fact]
    public void Another_melody_request_brings_another_melody_for_the_same_pattern()
    {
        using ServiceHost host = new(_worker, _bundle);
        Knobs knobs = new(0.7f, 0.3f, 0.4f, 0.6f);
        host.Ask(knobs, Bass);
        Pattern pattern = host.TakeWhole().Decoded.Pattern;
        host.Ask(knobs, Lead);
        host.TakeWhole();
        Assert.Equal(pattern, host.Reply.Decoded.Pattern);
        Assert.Equal(Expected(pattern, Lead), Text(host.Reply.Melody));
    }

    [Fact]
    public void A_pattern_whose_melody_is_known_comes_with_it()
    {
        using ServiceHost host = new(_worker, _bundle);
        Knobs knobs = new(0.7f, 0.3f, 0.4f, 0.6f);
        host.Ask(new PatternRequest { Knobs = knobs, Melody = Bass, Slot = 1 });
        string melody = Text(host.TakeWhole().Melody);
        host.Ask(new PatternRequest { Knobs = knobs, Melody = Bass, Slot = 2 });
        Assert.True(host.Take().IsWhole);
        Assert.Equal(melody, Text(host.Reply.Melody));
    }

    [Fact]
    public void After_much_movement_the_melody_is_that_of_the_pattern_where_the_knobs_came_to_rest()
    {
        using ServiceHost host = new(_worker, _bundle);
        Knobs last = default;
        for (int i = 0; i < 5000; i++)
        {
            last = new Knobs(i / 5000f, 0.5f, 0.5f, 0.5f);
            host.Ask(last, Bass);
        }

        host.TakeWhole();
        Assert.Equal(_bundle.Mapping.ToLatent(last)[0], host.Reply.Decoded.Latent[0]);
        Assert.Equal(Expected(host.Reply.Decoded.Pattern, Bass), Text(host.Reply.Melody));
    }

    [Fact]
    public void While_requests_keep_coming_melodies_are_generated_every_40_milliseconds_at_most()
    {
        using ServiceHost host = new(_worker, _bundle);
        Stopwatch time = Stopwatch.StartNew();
        HashSet<string> melodies = [];
        for (int i = 0; time.ElapsedMilliseconds < 1000; i++)
        {
            // Another seed is another melody.
            host.Ask(new Knobs(0.5f, 0.5f, 0.5f, 0.5f), Bass with { Seed = i % 1024 });
            Thread.Sleep(1);
            if (host.Service.Replies.TryTake() && host.Reply.IsWhole)
            {
                melodies.Add(Text(host.Reply.Melody));
            }
        }

        Assert.InRange(melodies.Count, 1, (time.ElapsedMilliseconds / 40) + 1);
        host.TakeWhole();
    }

    [Fact]
    public void Offline_pattern_and_melody_are_there_when_the_call_returns_and_depend_on_nothing_before()
    {
        using ServiceHost host = new(_worker, _bundle);
        string Made(float knob, MelodyRequest melody)
        {
            host.AskNow(new Knobs(knob, 0.5f, 0.2f, 0.5f), melody);
            Assert.True(host.Service.Replies.TryTake());
            Assert.Equal((host.LastId, true), (host.Reply.RequestId, host.Reply.IsWhole));
            return Text(host.Reply.Melody);
        }

        MelodyRequest other = new(MelodyRole.Lead, 10, 5, MelodyScale.Blues, 0, 0.5, 1, 0, 7);
        string first = Made(0.2f, Bass);
        string second = Made(0.2f, other);
        string third = Made(0.9f, other);
        Assert.Equal(first, Made(0.2f, Bass));
        Assert.Equal(third, Made(0.9f, other));
        Assert.Equal(second, Made(0.2f, other));
        host.Service.AnswerNow(mayWait: true, mayLoad: true);
        Assert.False(host.Service.Replies.HasFresh);
    }

    [Fact]
    public void Offline_the_melody_of_a_pattern_that_the_worker_answered_is_added()
    {
        using ServiceHost host = new(_worker, _bundle);
        host.Ask(new Knobs(0.3f, 0.5f, 0.5f, 0.5f), Bass);
        host.Service.AnswerNow(mayWait: true, mayLoad: true);
        while (host.Service.Replies.TryTake())
        {
        }

        Assert.Equal((host.LastId, true), (host.Reply.RequestId, host.Reply.IsWhole));
    }

    [Fact]
    public void A_melody_follows_the_rows_that_are_pinned()
    {
        using ServiceHost host = new(_worker, _bundle);
        MelodyRequest follow = new(MelodyRole.Bass, 4, 0, MelodyScale.Minor, 0, 0.7, 1, 1, 1);
        PatternRequest request = new() { Knobs = new Knobs(0.2f, 0.5f, 0.2f, 0.5f), Melody = follow };
        request.Pins.Pin((int)Voice.BassDrum, 0.5f, 1u << 3 | 1u << 11 | 1u << 19 | 1u << 27, new float[Pattern.StepCount]);
        host.Ask(request, isOffline: true);
        MelodyPhrase melody = host.TakeWhole().Melody;
        Assert.True(melody.OnsetCount > 0);
        Assert.DoesNotContain(Enumerable.Range(0, 32), step => melody[step].IsNote && step % 8 != 3);

        request.Pins.Release(1);
        host.Ask(request);
        host.TakeWhole();
        Assert.NotEqual(Text(melody), Text(host.Reply.Melody));
        Assert.Equal(Expected(host.Reply.Decoded.Pattern, follow), Text(host.Reply.Melody));
    }

    [Fact]
    public void A_model_without_a_melody_gives_silent_ones()
    {
        using BundleFolder folder = new();
        using ModelBundle plain = ModelBundle.Load(folder.Path);
        using ServiceHost host = new(_worker, _bundle);
        Knobs knobs = new(0.2f, 0.5f, 0.2f, 0.5f);
        host.AskNow(knobs, Bass);
        Assert.True(host.TakeWhole().Melody.OnsetCount > 0);
        host.Bundle = plain;
        host.Ask(knobs, Bass);
        Assert.Equal(0, host.TakeWhole().Melody.OnsetCount);
    }

    [Fact]
    public void The_worker_allocates_nothing_for_melodies()
    {
        using ServiceHost host = new(_worker, _bundle);
        long before = 0;
        for (int i = 0; i < 60; i++)
        {
            host.Ask(new Knobs(i / 60f, 0.5f, 0.2f, 0.5f), Bass with { Seed = i });
            host.TakeWhole();
            before = i == 30 ? _worker.AllocatedBytes : before;
        }

        Assert.Equal(0, _worker.AllocatedBytes - before);
    }

    private string Expected(in Pattern pattern, MelodyRequest request)
    {
        using MelodySampler sampler = new(_bundle);
        MelodyPhrase melody = default;
        sampler.Sample(pattern, request, ref melody);
        return Text(melody);
    }

    private static string Text(MelodyPhrase melody) => string.Join(' ', ((ReadOnlySpan<MelodyStep>)melody).ToArray());
}
