namespace DrumSpace.Engine.Sound;

/// <summary>Percussion that strikes itself many times: a train of noise bursts through a resonator.</summary>
/// <remarks>Not for the audio thread: allocates, and takes milliseconds.</remarks>
internal static class RattleSynthesis
{
    /// <summary>The vibraslap: its pins strike the wooden box about 24 times a second, slower and softer as they come to rest.</summary>
    public static float[] Vibraslap(double sampleRate)
    {
        const double Rattles = 24;
        Biquad wood = Biquad.BandPass(2700, 5, sampleRate);
        Noise noise = new(6);
        int frame = 0;
        return new OneShot(sampleRate, 1.1).Add(Next, double.PositiveInfinity, 1).Finish(0.3f);

        double Next()
        {
            double time = frame++ / sampleRate;
            double sinceStroke = Rattles * time * (1 - 0.2 * time) % 1;
            double envelope = Math.Exp(-sinceStroke * 9 - time * 3.2);
            return wood.Next(envelope * noise.Next());
        }
    }
}
