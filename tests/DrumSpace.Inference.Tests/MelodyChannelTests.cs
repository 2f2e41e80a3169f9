using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Inference.Tests;

public sealed class MelodyChannelTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly MelodyRequest Bass = new(MelodyRole.Bass, 4, 0, MelodyScale.Minor, 0, 0.5, 1, 0, 1);

    private readonly ModelBundle _bundle = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
    private readonly DecodeWorker _worker = new();

    public void Dispose() => _bundle.Dispose();

    [Fact]
    public void A_beat_is_followed_by_its_line()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        channel.Wish = Bass;
        for (int i = 1; i <= 10; i++)
        {
            channel.Request(new Knobs(i / 10f, 0.3f, 0.4f, 0.6f));
            TakeLine(channel, new Knobs(i / 10f, 0.3f, 0.4f, 0.6f), serial: i);
            Assert.True(channel.Exchange.TryTake());
            Assert.Equal(i, channel.Exchange.Reading.Serial);
            Assert.Equal(Expected(channel.Exchange.Reading.Pattern, Bass), Text(channel.Melodies.Reading.Line));
        }
    }

    [Fact]
    public void Without_a_wish_there_are_no_lines()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        channel.DecodeNow(new Knobs(0.1f, 0.1f, 0.1f, 0.1f));
        Assert.False(channel.Melodies.HasFresh);
        channel.Wish = Bass;
        Assert.False(channel.DecodeNow(new Knobs(0.1f, 0.1f, 0.1f, 0.1f)));
        Assert.True(channel.Melodies.TryTake());
        channel.Wish = default;
        channel.DecodeNow(new Knobs(0.2f, 0.1f, 0.1f, 0.1f));
        Assert.False(channel.Melodies.HasFresh);
        channel.Wish = Bass;
        channel.DecodeNow(new Knobs(0.2f, 0.1f, 0.1f, 0.1f));
        Assert.True(channel.Melodies.HasFresh);
    }

    [Fact]
    public void Another_wish_brings_another_line_of_the_same_beat()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        Knobs knobs = new(0.7f, 0.3f, 0.4f, 0.6f);
        channel.Wish = Bass;
        channel.Request(knobs);
        TakeLine(channel, knobs, 1);
        Assert.True(channel.Exchange.TryTake());
        MelodyRequest other = new(MelodyRole.Lead, 10, 5, MelodyScale.Dorian, 1, 0.7, 1.2, 0.5, 4);
        channel.Wish = other;
        Assert.False(channel.Request(knobs));
        TakeLine(channel, knobs, 1);
        Assert.False(channel.Exchange.HasFresh);
        Assert.Equal(Expected(channel.Exchange.Reading.Pattern, other), Text(channel.Melodies.Reading.Line));
    }

    [Fact]
    public void After_much_movement_the_line_is_that_of_the_beat_where_it_came_to_rest()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        channel.Wish = Bass;
        Knobs last = default;
        for (int i = 0; i < 5000; i++)
        {
            last = new Knobs(i / 5000f, 0.5f, 0.5f, 0.5f);
            channel.Request(last);
        }

        Latent wanted = _bundle.Mapping.ToLatent(last);
        Assert.True(SpinWait.SpinUntil(() => channel.Exchange.TryTake() && channel.Exchange.Reading.Latent[0] == wanted[0], Patience));
        TakeLine(channel, last, channel.Exchange.Reading.Serial);
        Assert.Equal(Expected(channel.Exchange.Reading.Pattern, Bass), Text(channel.Melodies.Reading.Line));
    }

    [Fact]
    public void Offline_beat_and_line_are_there_when_the_call_returns_and_depend_on_nothing_before()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        string Made(float knob, MelodyRequest wish)
        {
            channel.Wish = wish;
            channel.DecodeNow(new Knobs(knob, 0.5f, 0.2f, 0.5f));
            channel.Exchange.TryTake();
            Assert.True(channel.Melodies.TryTake());
            Assert.Equal(channel.Exchange.Reading.Serial, channel.Melodies.Reading.BeatSerial);
            return Text(channel.Melodies.Reading.Line);
        }

        MelodyRequest other = new(MelodyRole.Lead, 10, 5, MelodyScale.Blues, 0, 0.5, 1, 0, 7);
        string first = Made(0.2f, Bass);
        string second = Made(0.2f, other);
        string third = Made(0.9f, other);
        Assert.Equal(first, Made(0.2f, Bass));
        Assert.Equal(third, Made(0.9f, other));
        Assert.Equal(second, Made(0.2f, other));
        Assert.False(channel.DecodeNow(new Knobs(0.2f, 0.5f, 0.2f, 0.5f)));
        Assert.False(channel.Melodies.HasFresh);
    }

    [Fact]
    public void A_line_follows_the_rows_that_are_locked()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        MelodyRequest follow = new(MelodyRole.Bass, 4, 0, MelodyScale.Minor, 0, 0.7, 1, 1, 1);
        ushort[] kicks = new ushort[Pattern.StepCount];
        (kicks[3], kicks[11], kicks[19], kicks[27]) = (1, 1, 1, 1);
        channel.Wish = follow;
        channel.Lock(1, kicks);
        channel.DecodeNow(new Knobs(0.2f, 0.5f, 0.2f, 0.5f));
        Assert.True(channel.Exchange.TryTake() && channel.Melodies.TryTake());
        MelodyPhrase line = channel.Melodies.Reading.Line;
        Assert.True(line.OnsetCount > 0);
        Assert.DoesNotContain(Enumerable.Range(0, 32), step => line[step].IsNote && step % 8 != 3);

        channel.Lock(1, kicks);
        channel.DecodeNow(new Knobs(0.2f, 0.5f, 0.2f, 0.5f));
        Assert.False(channel.Melodies.HasFresh);
        channel.Lock(0, []);
        channel.Request(new Knobs(0.2f, 0.5f, 0.2f, 0.5f));
        TakeLine(channel, new Knobs(0.2f, 0.5f, 0.2f, 0.5f), 1);
        Assert.Equal(Expected(channel.Exchange.Reading.Pattern, follow), Text(channel.Melodies.Reading.Line));
    }

    [Fact]
    public void A_model_without_a_melody_gives_silent_lines()
    {
        using BundleFolder folder = new();
        using ModelBundle plain = ModelBundle.Load(folder.Path);
        using DecodeChannel channel = _worker.Attach(_bundle);
        channel.Wish = Bass;
        channel.DecodeNow(new Knobs(0.2f, 0.5f, 0.2f, 0.5f));
        Assert.True(channel.Melodies.TryTake() && channel.Melodies.Reading.Line.OnsetCount > 0);
        channel.Use(plain);
        TakeLine(channel, new Knobs(0.2f, 0.5f, 0.2f, 0.5f), 2);
        Assert.Equal(0, channel.Melodies.Reading.Line.OnsetCount);
    }

    [Fact]
    public void The_worker_allocates_nothing_for_lines()
    {
        using DecodeChannel channel = _worker.Attach(_bundle);
        long before = 0;
        for (int i = 0; i < 60; i++)
        {
            channel.Wish = new MelodyRequest(MelodyRole.Bass, 4, 0, MelodyScale.Minor, 0, 0.5, 1, 0, i);
            Knobs knobs = new(i / 60f, 0.5f, 0.2f, 0.5f);
            channel.Request(knobs);
            TakeLine(channel, knobs, i + 1);
            before = i == 30 ? _worker.Thread!.AllocatedBytes : before;
        }

        Assert.Equal(0, _worker.Thread!.AllocatedBytes - before);
    }

    // What the audio thread does in every block: the same request again, until the line is there.
    private static void TakeLine(DecodeChannel channel, Knobs knobs, long serial) => Assert.True(SpinWait.SpinUntil(
        () =>
        {
            channel.Request(knobs);
            return channel.Melodies.TryTake() && channel.Melodies.Reading.BeatSerial == serial;
        },
        Patience));

    private string Expected(in Pattern pattern, MelodyRequest wish)
    {
        using MelodySampler sampler = new(_bundle);
        MelodyPhrase line = default;
        sampler.Sample(pattern, wish, ref line);
        return Text(line);
    }

    private static string Text(MelodyPhrase line) => string.Join(' ', ((ReadOnlySpan<MelodyStep>)line).ToArray());
}
