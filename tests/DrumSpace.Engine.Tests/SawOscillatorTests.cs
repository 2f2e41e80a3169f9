using System.Numerics;
using DrumSpace.Engine.Sound;

namespace DrumSpace.Engine.Tests;

public class SawOscillatorTests
{
    private const int Rate = 48_000;

    [Theory]
    [InlineData(1318.51)]
    [InlineData(2637.02)]
    [InlineData(4186.01)]
    public void Aliases_are_inaudible(double hertz)
    {
        // A whole number of periods in a power of two of frames: every harmonic falls on a line of the spectrum.
        const int Length = 1 << 15;
        int periods = (int)Math.Round(hertz / Rate * Length) | 1;
        SawOscillator saw = new(0.5);
        Complex[] spectrum = [.. Enumerable.Range(0, Length).Select(_ => new Complex(saw.Next(periods / (double)Length), 0))];
        Transform(spectrum);
        double fundamental = spectrum[periods].Magnitude, worst = 0;

        // Aliases above 16 kHz are inaudible, and the synth's filter removes most of them.
        for (int line = 1; line < Length * 16L / 48; line++)
        {
            worst = line % periods == 0 ? worst : Math.Max(worst, spectrum[line].Magnitude);
        }

        double decibels = 20 * Math.Log10(worst / fundamental);
        TestContext.Current.TestOutputHelper!.WriteLine($"{hertz} Hz: the loudest alias is at {decibels:F1} dB of the fundamental");
        Assert.True(decibels < -50, $"{decibels:F1} dB");
    }

    // The Fourier transform of a power of two of values, after Cooley and Tukey.
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
