namespace DrumSpace.Engine.Sound;

/// <summary>A sine that falls in pitch and dies away, as a struck skin does.</summary>
/// <remarks>Used while tables are made, never on the audio thread.</remarks>
/// <param name="Frequency">Hertz that the pitch settles at.</param>
/// <param name="Sweep">Hertz above it at the stroke.</param>
/// <param name="SweepTime">Seconds in which the sweep falls to 1/e.</param>
/// <param name="Decay">Seconds in which the loudness falls to 1/e.</param>
/// <param name="Gain">The loudness at the stroke, linear.</param>
internal readonly record struct Partial(double Frequency, double Sweep, double SweepTime, double Decay, double Gain)
{
    /// <summary>Adds the partial to a table.</summary>
    public void AddTo(float[] table, double sampleRate)
    {
        // Both envelopes fall by a constant factor a frame; the phase is the integral of the frequency.
        double sweepFactor = Math.Exp(-1 / (SweepTime * sampleRate));
        double decayFactor = Math.Exp(-1 / (Decay * sampleRate));
        double sweep = Sweep;
        double gain = Gain;
        double phase = 0;
        for (int i = 0; i < table.Length && gain > DrumSynthesis.Inaudible; i++)
        {
            table[i] += (float)(gain * Math.Sin(phase));
            phase += 2 * Math.PI / sampleRate * (Frequency + sweep);
            sweep *= sweepFactor;
            gain *= decayFactor;
        }
    }
}
