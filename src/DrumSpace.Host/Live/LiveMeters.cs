using System.Diagnostics;

namespace DrumSpace.Host.Live;

/// <summary>Measures the outputs' peaks and the time that blocks take.</summary>
/// <remarks>The audio thread; no allocation.</remarks>
internal sealed class LiveMeters(double sampleRate)
{
    private const double FallPerSecond = 20;
    private readonly float[] _peaks = new float[LiveStatus.MaxChannels];
    private double _load;
    private long _overruns;

    public void Measure(LiveBlock block, long startTimestamp)
    {
        double seconds = block.Frames / sampleRate;
        float fall = (float)Math.Pow(10, -FallPerSecond * seconds / 20);
        for (int channel = 0; channel < Math.Min(block.OutputCount, _peaks.Length); channel++)
        {
            float peak = _peaks[channel] * fall;
            foreach (float sample in block.Output(channel))
            {
                peak = MathF.Max(peak, float.IsNaN(sample) ? 0 : MathF.Abs(sample));
            }

            _peaks[channel] = peak;
        }

        double load = Stopwatch.GetElapsedTime(startTimestamp).TotalSeconds / seconds;
        _overruns += load > 1 ? 1 : 0;
        _load = Math.Max(load, _load * Math.Exp(-seconds));
    }

    public void Fill(LiveStatus status, int channels)
    {
        status.ChannelCount = Math.Min(channels, _peaks.Length);
        _peaks.CopyTo(status.Peaks, 0);
        status.Load = _load;
        status.Overruns = _overruns;
    }
}
