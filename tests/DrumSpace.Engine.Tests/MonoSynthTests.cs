using System.Numerics;
using DrumSpace.Engine.Sound;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Tests;

public class MelodyVoiceTests
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

    // Equal temperament from A4 = 440 Hz, as tables of it have it; the lead's two oscillators are eight cents apart.
    [Theory]
    [MemberData(nameof(Notes))]
    public void A_note_sounds_at_its_pitch(MelodyRole role, int note, double hertz)
    {
        float[] sound = Play(Rate, 2 * Rate, voice => voice.Start(0, note, 100, 2 * Rate, role));
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
    [InlineData(1318.51)]
    [InlineData(2637.02)]
    [InlineData(4186.01)]
    public void The_sawtooth_folds_nothing_audible_back(double hertz)
    {
        // A whole number of periods in a power of two of frames, so that every harmonic falls on a line of the spectrum.
        const int Length = 1 << 15;
        int periods = (int)Math.Round(hertz / Rate * Length) | 1;
        SawWave saw = new(0.5);
        Complex[] spectrum = [.. Enumerable.Range(0, Length).Select(_ => new Complex(saw.Next(periods / (double)Length), 0))];
        Transform(spectrum);
        double fundamental = spectrum[periods].Magnitude, worst = 0;

        // What folds back to above 16 kHz is heard by nobody, and the voice's filter takes most of it away.
        for (int line = 1; line < Length * 16L / 48; line++)
        {
            worst = line % periods == 0 ? worst : Math.Max(worst, spectrum[line].Magnitude);
        }

        double decibels = 20 * Math.Log10(worst / fundamental);
        TestContext.Current.TestOutputHelper!.WriteLine($"{hertz} Hz: the loudest alias lies {decibels:F1} dB below the fundamental");
        Assert.True(decibels < -50, $"{decibels:F1} dB");
    }

    [Theory]
    [InlineData(MelodyRole.Bass)]
    [InlineData(MelodyRole.Lead)]
    public void Nothing_clicks_where_notes_begin_take_over_end_and_stop(MelodyRole role)
    {
        float[] steady = Play(Rate, Rate, voice => voice.Start(0, 52, 127, Rate, role));
        float[] busy = Play(Rate, Rate, voice =>
        {
            for (int i = 0; i < 30; i++)
            {
                voice.Start(1000 * i, 40 + i % 13, i % 3 == 0 ? 60 : 127, i % 2 == 0 ? 2000 : 400, role);
            }

            voice.Release(30_300);
        });

        // What the tone itself does from frame to frame, where it is brightest, bounds what may happen anywhere.
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
    public void Every_note_is_finite_and_bounded_at_every_rate_and_ends_in_silence(int rate)
    {
        // Sooner than the kit's longest drum, by which the plugin tells hosts its tail.
        const double Tail = 1.2;
        foreach (MelodyRole role in Enum.GetValues<MelodyRole>())
        {
            int step = rate / 40;
            float[] sound = Play(rate, 128 * step + (int)(Tail * rate), voice =>
            {
                for (int note = 0; note < 128; note++)
                {
                    voice.Start(note * step, note, 1 + note, step, role);
                }
            });
            Assert.All(sound, value => Assert.True(MathF.Abs(value) < 0.8f && !float.IsSubnormal(value), $"{value}"));
            Assert.True(sound.Max() > 0.05f);
            Assert.All(sound[^16..], value => Assert.Equal(0, value));
        }
    }

    [Fact]
    public void Blocks_change_nothing()
    {
        static void Notes(Action<int, int, int> start)
        {
            for (int i = 0; i < 30; i++)
            {
                start(i * 1500, 40 + i, i % 4 == 0 ? 3000 : 900);
            }
        }

        float[] whole = Play(Rate, Rate, voice => Notes((frame, note, length) => voice.Start(frame, note, 90, length, (MelodyRole)(note % 2))));
        Random random = new(11);
        MelodyVoice voice = new();
        voice.Prepare(Rate);
        float[] left = new float[Rate], right = new float[Rate];
        for (int from = 0; from < Rate;)
        {
            int frames = Math.Min(random.Next(1, 700), Rate - from);
            int start = from;
            Notes((frame, note, length) =>
            {
                if (frame >= start && frame < start + frames)
                {
                    voice.Start(frame - start, note, 90, length, (MelodyRole)(note % 2));
                }
            });
            voice.Render(left.AsSpan(from, frames), right.AsSpan(from, frames), 1);
            from += frames;
        }

        Assert.Equal(whole, left);
        Assert.Equal(left, right);
    }

    [Fact]
    public void The_level_is_smooth_and_off_is_off()
    {
        MelodyVoice voice = new();
        voice.Prepare(Rate);
        float[] left = new float[4800], right = new float[4800];
        voice.Start(0, 40, 127, 1_000_000, MelodyRole.Bass);
        voice.Render(left, right, 1);
        float steady = LargestStep(left);
        Array.Clear(left);
        voice.Render(left, right, 0);
        Assert.True(LargestStep(left) <= steady);
        Assert.All(left[1200..], value => Assert.Equal(0, value));
        Assert.Contains(left[..900], value => MathF.Abs(value) > 0.01f);
        Array.Fill(left, 0.25f);
        voice.Render(left, right, 0);
        Assert.All(left, value => Assert.Equal(0.25f, value));
    }

    [Fact]
    public void Rendering_allocates_nothing()
    {
        MelodyVoice voice = new();
        voice.Prepare(Rate);
        float[] left = new float[512], right = new float[512];
        long before = 0;
        for (int block = 0; block < 400; block++)
        {
            before = block == 200 ? GC.GetAllocatedBytesForCurrentThread() : before;
            voice.Start(3, 30 + block % 60, 100, 300, (MelodyRole)(block % 2));
            voice.Release(400);
            voice.Render(left, right, block % 7 / 7f);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Play(int rate, int frames, Action<MelodyVoice> notes)
    {
        MelodyVoice voice = new();
        voice.Prepare(rate);
        float[] left = new float[frames], right = new float[frames];
        notes(voice);
        voice.Render(left, right, 1);
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

    // Cooley and Tukey's transform of a power of two.
    private static void Transform(Span<Complex> values)
    {
        if (values.Length == 1)
        {
            return;
        }

        int half = values.Length / 2;
        Complex[] even = new Complex[half], odd = new Complex[half];
        for (int i = 0; i < half; i++)
        {
            (even[i], odd[i]) = (values[2 * i], values[(2 * i) + 1]);
        }

        Transform(even);
        Transform(odd);
        for (int i = 0; i < half; i++)
        {
            Complex turned = odd[i] * Complex.FromPolarCoordinates(1, -2 * Math.PI * i / values.Length);
            (values[i], values[i + half]) = (even[i] + turned, even[i] - turned);
        }
    }
}
