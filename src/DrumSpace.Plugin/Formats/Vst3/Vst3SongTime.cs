using DrumSpace.Abi.Vst3;
using DrumSpace.Engine;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>The song's time at a block's first frame as VST 3 reports it. Audio thread; no allocation, no wait.</summary>
internal static class Vst3SongTime
{
    // Quarters by which a position may miss its bar: more than hosts round by.
    private const double BarTolerance = 1.0 / 32;

    /// <summary>Reads a host's time and ignores what is impossible.</summary>
    public static HostTime Of(in Vst3ProcessContext context)
    {
        bool isPlaying = Has(context, Vst3ContextFlags.Playing);
        bool hasTempo = Has(context, Vst3ContextFlags.TempoValid) && double.IsFinite(context.Tempo) && context.Tempo > 0;
        bool hasQuarters = Has(context, Vst3ContextFlags.ProjectTimeMusicValid) && double.IsFinite(context.ProjectTimeMusic);

        // A host that counts in frames alone has one tempo for the whole song.
        bool hasFrames = !hasQuarters && hasTempo && double.IsFinite(context.SampleRate) && context.SampleRate > 0;
        bool hasMeter = Has(context, Vst3ContextFlags.TimeSigValid) && context.TimeSigNumerator > 0 && context.TimeSigDenominator > 0;
        return new HostTime
        {
            IsPlaying = isPlaying,

            // A stopped transport stands still wherever it is; without a position the song would run free, as in hosts without a transport.
            HasPpq = hasQuarters || hasFrames || !isPlaying,
            Ppq = hasQuarters ? context.ProjectTimeMusic
                : hasFrames ? context.ProjectTimeSamples / context.SampleRate * context.Tempo / 60
                : 0,
            HasTempo = hasTempo,
            Tempo = context.Tempo,
            HasTimeSignature = hasMeter,
            Numerator = context.TimeSigNumerator,
            Denominator = context.TimeSigDenominator,
            HasBarStart = hasQuarters && hasMeter && IsBar(context),
            BarStart = context.BarPositionMusic,
            IsLooping = Has(context, Vst3ContextFlags.CycleActive | Vst3ContextFlags.CycleValid)
                && double.IsFinite(context.CycleStartMusic) && double.IsFinite(context.CycleEndMusic)
                && context.CycleEndMusic > context.CycleStartMusic,
            LoopStart = context.CycleStartMusic,
            LoopEnd = context.CycleEndMusic,
        };
    }

    // Ardour 7.3 gives four times the number of the next bar, whatever the meter.
    private static bool IsBar(in Vst3ProcessContext context)
    {
        double behind = context.ProjectTimeMusic - context.BarPositionMusic;
        double length = 4.0 * context.TimeSigNumerator / context.TimeSigDenominator;
        return Has(context, Vst3ContextFlags.BarPositionValid) && behind >= -BarTolerance && behind <= length + BarTolerance;
    }

    private static bool Has(in Vst3ProcessContext context, Vst3ContextFlags flags) => (context.State & flags) == flags;
}
