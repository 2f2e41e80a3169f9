using DrumSpace.Engine.Sound;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class DrumKitTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(511)]
    public void A_stroke_starts_at_its_frame(int frame)
    {
        float[] sound = Render(512, 512, kit => kit.Strike(frame, Voice.ClosedHiHat, 100)).Left;

        Assert.All(sound[..frame], sample => Assert.Equal(0, sample));
        Assert.NotEqual(0, sound[frame]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1000)]
    public void The_sound_does_not_depend_on_the_block_size(int block)
    {
        (Voice Voice, int Frame)[] strokes =
        [
            (Voice.BassDrum, 0), (Voice.OpenHiHat, 0), (Voice.Snare, 300), (Voice.ClosedHiHat, 1501), (Voice.Snare, 1502),
            (Voice.BassDrum, 4000),
        ];
        (float[] left, float[] right) whole = Play(strokes, 8000, 8000);

        (float[] left, float[] right) parts = Play(strokes, 8000, block);

        Assert.Equal(whole.left, parts.left);
        Assert.Equal(whole.right, parts.right);
    }

    [Fact]
    public void The_sound_after_a_silence_does_not_depend_on_what_was_played_before()
    {
        DrumKit fresh = new(), played = new();
        fresh.Prepare(48_000);
        played.Prepare(48_000);
        float[] left = new float[200_000], right = new float[200_000];
        played.Strike(0, Voice.Snare, 90);
        played.Render(left, right, 1);
        Assert.Equal(0, left[^1]);

        Assert.Equal(Flam(fresh), Flam(played));
    }

    // Three strokes at once: the rounding of their sum depends on the order of the players.
    private static float[] Flam(DrumKit kit)
    {
        float[] left = new float[8000], right = new float[8000];
        kit.Strike(0, Voice.BassDrum, 100);
        kit.Strike(0, Voice.Snare, 70);
        kit.Strike(900, Voice.Snare, 110);
        kit.Render(left, right, 1);
        return left;
    }

    [Fact]
    public void Gain_is_the_square_of_the_velocity()
    {
        float soft = Render(4800, 4800, kit => kit.Strike(0, Voice.Snare, 50)).Left.Max();
        float hard = Render(4800, 4800, kit => kit.Strike(0, Voice.Snare, 100)).Left.Max();

        Assert.Equal(4, hard / soft, 4);
    }

    [Fact]
    public void A_closed_hi_hat_chokes_the_open_one()
    {
        float[] open = Play([(Voice.OpenHiHat, 0)], 24000, 480).Left;
        float[] closed = Play([(Voice.ClosedHiHat, 4800)], 24000, 480).Left;
        float[] both = Play([(Voice.OpenHiHat, 0), (Voice.ClosedHiHat, 4800)], 24000, 480).Left;

        Assert.Equal(open[..4800], both[..4800]);
        Assert.NotEqual(0, open[6000]);

        // The open one is silent 15 ms later.
        Assert.Equal(closed[5600..], both[5600..]);
    }

    [Fact]
    public void A_second_stroke_fades_the_first_without_a_click()
    {
        float[] once = Play([(Voice.LowFloorTom, 0)], 9600, 64).Left;
        float[] second = Play([(Voice.LowFloorTom, 2400)], 9600, 64).Left;
        float[] both = Play([(Voice.LowFloorTom, 0), (Voice.LowFloorTom, 2400)], 9600, 64).Left;

        // The difference to the second stroke alone is the first one, which fades out within 40 ms.
        float[] rest = [.. both.Zip(second, (a, b) => a - b)];
        float steepest = once.Zip(once.Skip(1), (a, b) => Math.Abs(b - a)).Max();
        Assert.All(rest.Zip(rest.Skip(1)).Skip(2398).Take(100), pair => Assert.InRange(pair.Second - pair.First, -steepest, steepest));
        Assert.All(rest[4400..], sample => Assert.InRange(sample, -1e-6f, 1e-6f));
    }

    [Fact]
    public void The_kit_fades_out_when_it_is_switched_off()
    {
        DrumKit kit = new();
        kit.Prepare(48000);
        kit.Strike(0, Voice.Crash, 100);
        float[] left = new float[64];
        float[] right = new float[64];
        kit.Render(left, right, 1);

        (float[] full, _) = Render(6400, 64, k => k.Strike(0, Voice.Crash, 100));
        List<float> heard = [.. left];
        for (int block = 1; block < 100; block++)
        {
            kit.Render(left, right, 0);
            heard.AddRange(left);
        }

        for (int i = 64; i < 1000; i++)
        {
            Assert.Equal(full[i] * (1 - (i - 63) / 960f), heard[i], 1e-5f);
        }

        Assert.All(heard[1100..], sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void The_notes_are_the_same_with_the_kit_on_and_off()
    {
        SimulatedHost on = new();
        SimulatedHost off = new();
        off.Engine.KitEnabled = false;

        on.Play(0, 120, 48000);
        off.Play(0, 120, 48000);

        Assert.Equal(on.Events, off.Events);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(22050)]
    [InlineData(48000)]
    [InlineData(192000)]
    public void Random_strokes_give_finite_sound_without_denormals(double rate)
    {
        Random random = new(11);
        DrumKit kit = new();
        kit.Prepare(rate);
        float[] left = new float[2048];
        float[] right = new float[2048];
        for (int block = 0; block < 200; block++)
        {
            int frames = random.Next(1, 2049);
            for (int frame = random.Next(frames); frame < frames; frame += random.Next(1, 1000))
            {
                kit.Strike(frame, (Voice)random.Next(14), random.Next(1, 128));
            }

            kit.Render(left.AsSpan(0, frames), right.AsSpan(0, frames), random.Next(3) / 2f);
            float[] odd = Array.FindAll(left[..frames], s => !float.IsFinite(s) || float.IsSubnormal(s) || Math.Abs(s) > 8);
            Assert.True(odd.Length == 0, $"{odd.FirstOrDefault()} at block {block}.");
        }
    }

    [Fact]
    public void Strokes_beyond_the_limit_are_dropped()
    {
        float[] sound = Render(512, 512, kit =>
        {
            for (int i = 0; i < 5000; i++)
            {
                kit.Strike(i / 10, Voice.Snare, 100);
            }
        }).Left;

        Assert.All(sound, sample => Assert.True(float.IsFinite(sample)));
    }

    [Fact]
    public void The_kit_is_silent_without_outputs_and_before_it_is_prepared()
    {
        PlaybackEngine engine = new(new PatternExchange());
        float[] left = [1, 1];
        float[] right = [1, 1];

        engine.Process(default, 2, left, right);
        engine.Prepare(48000, 512);
        engine.Process(default, 2, [], []);

        Assert.Equal([0, 0], left);
        Assert.Equal([0, 0], right);
    }

    private static (float[] Left, float[] Right) Render(int frames, int block, Action<DrumKit> strike)
    {
        DrumKit kit = new();
        kit.Prepare(48000);
        strike(kit);
        float[] left = new float[frames];
        float[] right = new float[frames];
        for (int from = 0; from < frames; from += block)
        {
            int count = Math.Min(block, frames - from);
            kit.Render(left.AsSpan(from, count), right.AsSpan(from, count), 1);
        }

        return (left, right);
    }

    private static (float[] Left, float[] Right) Play((Voice Voice, int Frame)[] strokes, int frames, int block)
    {
        DrumKit kit = new();
        kit.Prepare(48000);
        float[] left = new float[frames];
        float[] right = new float[frames];
        for (int from = 0; from < frames; from += block)
        {
            int count = Math.Min(block, frames - from);
            foreach ((Voice voice, int frame) in strokes.Where(s => s.Frame >= from && s.Frame < from + count))
            {
                kit.Strike(frame - from, voice, 100);
            }

            kit.Render(left.AsSpan(from, count), right.AsSpan(from, count), 1);
        }

        return (left, right);
    }
}
