using System.Numerics;
using DrumSpace.Engine.Sound;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Tests;

public class MonoSynthTests
{
    private const int Rate = 48_000;

    public static TheoryData<MelodyRole, int, double> Notes => new()
    {
        { MelodyRole.Bass, 28, 41.203 },
        { MelodyRole.Bass, 45, 110 },
        { MelodyRole.Lead, 60, 261.626 },
        { MelodyRole.Lead, 69, 440 },
        { MelodyRole.Lead, 88, 1318.51 },
    };

    // Equal temperament from A4 = 440 Hz, from published tables; the lead's two oscillators are eight cents apart.
    [Theory]
    [MemberData(nameof(Notes))]
    public void A_note_sounds_at_its_pitch(MelodyRole role, int note, double hertz)
    {
        float[] sound = Play(Rate, 2 * Rate, synth => synth.Start(0, note, 100, 2 * Rate, role));
        double best = 0, loudest = 0;
        for (double cents = -60; cents <= 60; cents += 2)
        {
            double candidate = hertz * Math.Pow(2, cents / 1200);
            double level = Level(sound.AsSpan(Rate / 2), candidate / Rate);
            (best, loudest) = level > loudest ? (cents, level) : (best, loudest);
        }

        Assert.InRange(best, -4, 10);
        Assert.True(loudest > 0.01, $"{loudest}");
        Assert.True(Level(sound.AsSpan(Rate / 2), hertz / 2 / Rate) < 0.05 * loudest, "There must be nothing an octave below.");
    }

    [Theory]
    [InlineData(MelodyRole.Bass)]
    [InlineData(MelodyRole.Lead)]
    public void Notes_start_take_over_and_end_without_clicks(MelodyRole role)
    {
        float[] steady = Play(Rate, Rate, synth => synth.Start(0, 52, 127, Rate, role));
        float[] busy = Play(Rate, Rate, synth =>
        {
            for (int i = 0; i < 30; i++)
            {
                synth.Start(1000 * i, 40 + i % 13, i % 3 == 0 ? 60 : 127, i % 2 == 0 ? 2000 : 400, role);
            }

            synth.Release(30_300);
        });

        // The largest step of a steady note at its brightest bounds the steps of a busy line.
        Assert.True(LargestStep(busy) <= 1.25 * LargestStep(steady), $"{LargestStep(busy)} after {LargestStep(steady)}");
        Assert.Equal(0, busy[0], 0.01f);
        Assert.All(busy[^400..], value => Assert.InRange(value, -0.01f, 0.01f));
    }

    [Theory]
    [InlineData(8_000)]
    [InlineData(22_050)]
    [InlineData(44_100)]
    [InlineData(192_000)]
    [InlineData(400_000)]
    public void Every_note_is_finite_and_bounded_at_every_sample_rate_and_ends_in_silence(int rate)
    {
        // Less than the kit's longest sample, from which the plugin's reported tail is taken.
        const double Tail = 1.2;
        foreach (MelodyRole role in Enum.GetValues<MelodyRole>())
        {
            int step = rate / 40;
            float[] sound = Play(rate, 128 * step + (int)(Tail * rate), synth =>
            {
                for (int note = 0; note < 128; note++)
                {
                    synth.Start(note * step, note, 1 + note, step, role);
                }
            });
            Assert.All(sound, value => Assert.True(MathF.Abs(value) < 0.8f && !float.IsSubnormal(value), $"{value}"));
            Assert.True(sound.Max() > 0.05f);
            Assert.All(sound[^16..], value => Assert.Equal(0, value));
        }
    }

    [Fact]
    public void The_sound_does_not_depend_on_the_block_size()
    {
        static void Notes(Action<int, int, int> start)
        {
            for (int i = 0; i < 30; i++)
            {
                start(i * 1500, 40 + i, i % 4 == 0 ? 3000 : 900);
            }
        }

        float[] whole = Play(Rate, Rate, synth =>
            Notes((frame, note, length) => synth.Start(frame, note, 90, length, (MelodyRole)(note % 2))));
        Random random = new(11);
        MonoSynth synth = new();
        synth.Prepare(Rate);
        float[] left = new float[Rate], right = new float[Rate];
        for (int from = 0; from < Rate;)
        {
            int frames = Math.Min(random.Next(1, 700), Rate - from);
            int start = from;
            Notes((frame, note, length) =>
            {
                if (frame >= start && frame < start + frames)
                {
                    synth.Start(frame - start, note, 90, length, (MelodyRole)(note % 2));
                }
            });
            synth.Render(left.AsSpan(from, frames), right.AsSpan(from, frames), 1);
            from += frames;
        }

        Assert.Equal(whole, left);
        Assert.Equal(left, right);
    }

    [Fact]
    public void Level_changes_are_smooth_and_level_0_is_silent()
    {
        MonoSynth synth = new();
        synth.Prepare(Rate);
        float[] left = new float[4800], right = new float[4800];
        synth.Start(0, 40, 127, 1_000_000, MelodyRole.Bass);
        synth.Render(left, right, 1);
        float steady = LargestStep(left);
        Array.Clear(left);
        synth.Render(left, right, 0);
        Assert.True(LargestStep(left) <= steady);
        Assert.All(left[1200..], value => Assert.Equal(0, value));
        Assert.Contains(left[..900], value => MathF.Abs(value) > 0.01f);
        Array.Fill(left, 0.25f);
        synth.Render(left, right, 0);
        Assert.All(left, value => Assert.Equal(0.25f, value));
    }

    [Fact]
    public void Rendering_allocates_nothing()
    {
        MonoSynth synth = new();
        synth.Prepare(Rate);
        float[] left = new float[512], right = new float[512];
        long before = 0;
        for (int block = 0; block < 400; block++)
        {
            before = block == 200 ? GC.GetAllocatedBytesForCurrentThread() : before;
            synth.Start(3, 30 + block % 60, 100, 300, (MelodyRole)(block % 2));
            synth.Release(400);
            synth.Render(left, right, block % 7 / 7f);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Play(int rate, int frames, Action<MonoSynth> notes)
    {
        MonoSynth synth = new();
        synth.Prepare(rate);
        float[] left = new float[frames], right = new float[frames];
        notes(synth);
        synth.Render(left, right, 1);
        return left;
    }

    private static float LargestStep(float[] sound) => Enumerable.Range(1, sound.Length - 1).Max(i => MathF.Abs(sound[i] - sound[i - 1]));

    /// <summary>The amplitude of a partial, by the Fourier sum over a Hann window.</summary>
    private static double Level(ReadOnlySpan<float> sound, double perFrame)
    {
        Complex sum = Complex.Zero;
        for (int i = 0; i < sound.Length; i++)
        {
            double window = 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / sound.Length));
            sum += Complex.FromPolarCoordinates(sound[i] * window, -2 * Math.PI * perFrame * i);
        }

        return 4 * sum.Magnitude / sound.Length;
    }
}
