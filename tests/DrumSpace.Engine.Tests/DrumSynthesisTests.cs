using DrumSpace.Engine.Sound;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class DrumSynthesisTests
{
    private const double Rate = 48000;

    [Theory]
    [InlineData(Voice.BassDrum, 40, 80)]
    [InlineData(Voice.Snare, 150, 260)]
    [InlineData(Voice.ClosedHiHat, 6000, 16000)]
    [InlineData(Voice.LowFloorTom, 65, 105)]
    [InlineData(Voice.LowTom, 95, 140)]
    [InlineData(Voice.OpenHiHat, 6000, 16000)]
    [InlineData(Voice.HiMidTom, 140, 205)]
    [InlineData(Voice.Crash, 3000, 12000)]
    [InlineData(Voice.Ride, 2800, 12000)]
    [InlineData(Voice.Vibraslap, 2000, 3500)]
    [InlineData(Voice.HiBongo, 380, 480)]
    [InlineData(Voice.LowBongo, 270, 350)]
    [InlineData(Voice.MuteHiConga, 300, 410)]
    [InlineData(Voice.LowConga, 170, 240)]
    public void Each_drum_has_its_spectral_peak_in_its_range(Voice voice, double low, double high)
    {
        float[] table = DrumSynthesis.Make(voice, Rate);
        IEnumerable<double> sixths = Enumerable.Range(0, 56).Select(i => 30 * Math.Pow(2, i / 6.0)).Where(f => f < 19000);

        // The power around a frequency, over a sixth of an octave.
        double loudest = sixths.MaxBy(f => Enumerable.Range(-1, 3).Sum(i => Power(table, f * Math.Pow(2, i / 18.0))));

        Assert.InRange(loudest, low, high);
    }

    [Theory]
    [InlineData(22050)]
    [InlineData(48000)]
    [InlineData(192000)]
    public void Each_drum_decays_and_ends_in_zero(double rate)
    {
        foreach (Voice voice in Enum.GetValues<Voice>())
        {
            float[] table = DrumSynthesis.Make(voice, rate);
            int part = table.Length / 20;
            double loudest = Enumerable.Range(0, 19).Max(i => Energy(table.AsSpan(i * part, part)));

            Assert.True(Energy(table.AsSpan(^part..)) < loudest / 1000, $"{voice} at {rate} Hz does not decay.");
            Assert.Equal(0, table[^1]);
            Assert.InRange(table.Max(Math.Abs), 0.1f, 1);
        }
    }

    [Fact]
    public void Hi_hats_cymbals_and_toms_have_plausible_decay_times()
    {
        Voice[] bySustain = [Voice.ClosedHiHat, Voice.OpenHiHat, Voice.Ride, Voice.Crash];
        Voice[] toms = [Voice.HiMidTom, Voice.LowTom, Voice.LowFloorTom];

        Assert.Equal(bySustain, bySustain.OrderBy(Ring));
        Assert.Equal(toms, toms.OrderBy(Ring));
        Assert.InRange(Ring(Voice.ClosedHiHat), 0.02, 0.12);
        Assert.InRange(Ring(Voice.Crash), 0.5, 2);
    }

    [Fact]
    public void Synthesis_is_deterministic() =>
        Assert.Equal(DrumSynthesis.Make(Voice.Snare, Rate), DrumSynthesis.Make(Voice.Snare, Rate));

    [Fact]
    public void Engines_of_one_sample_rate_share_their_samples()
    {
        Assert.Same(DrumTables.For(44100), DrumTables.For(44100));
        Assert.NotSame(DrumTables.For(44100), DrumTables.For(48000));
    }

    // Seconds until 99 % of the energy has sounded.
    private static double Ring(Voice voice)
    {
        float[] table = DrumSynthesis.Make(voice, Rate);
        double left = Energy(table) * 0.99;
        int frame = 0;
        for (; left > 0; frame++)
        {
            left -= table[frame] * table[frame];
        }

        return frame / Rate;
    }

    private static double Energy(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += sample * sample;
        }

        return sum;
    }

    // Goertzel's algorithm over the first quarter of a second, under the falling half of a Hann window.
    private static double Power(float[] table, double frequency)
    {
        double factor = 2 * Math.Cos(2 * Math.PI * frequency / Rate);
        double before = 0;
        double last = 0;
        int length = Math.Min(table.Length, 12000);
        for (int i = 0; i < length; i++)
        {
            double window = 0.5 + 0.5 * Math.Cos(Math.PI * i / length);
            (before, last) = (last, table[i] * window + factor * last - before);
        }

        return before * before + last * last - factor * before * last;
    }
}
