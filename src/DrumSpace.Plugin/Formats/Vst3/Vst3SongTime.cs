using DrumSpace.Abi.Vst3;
using DrumSpace.Engine;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>The song's time at a block's first frame as VST 3 reports it. Audio thread; no allocation, no wait.</summary>
internal static class Vst3SongTime
{
    /// <summary>Reads a host's time and ignores what is impossible.</summary>
    public static HostTime Of(in Vst3ProcessContext context)
    {
        bool isPlaying = Has(context, Vst3ContextFlags.Playing);
        bool hasTempo = Has(context, Vst3ContextFlags.TempoValid) && double.IsFinite(context.Tempo) && context.Tempo > 0;
        bool hasQuarters = Has(context, Vst3ContextFlags.ProjectTimeMusicValid) && double.IsFinite(context.ProjectTimeMusic);

        // A host that counts in frames alone has one tempo for the whole song.
        bool hasFrames = !hasQuarters && hasTempo && double.IsFinite(context.SampleRate) && context.SampleRate > 0;
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
            HasTimeSignature = Has(context, Vst3ContextFlags.TimeSigValid)
                && context.TimeSigNumerator > 0 && context.TimeSigDenominator > 0,
            Numerator = context.TimeSigNumerator,
            Denominator = context.TimeSigDenominator,
            HasBarStart = Has(context, Vst3ContextFlags.BarPositionValid) && double.IsFinite(context.BarPositionMusic),
            BarStart = context.BarPositionMusic,
            IsLooping = Has(context, Vst3ContextFlags.CycleActive | Vst3ContextFlags.CycleValid)
                && double.IsFinite(context.CycleStartMusic) && double.IsFinite(context.CycleEndMusic)
                && context.CycleEndMusic > context.CycleStartMusic,
            LoopStart = context.CycleStartMusic,
            LoopEnd = context.CycleEndMusic,
        };
    }

    private static bool Has(in Vst3ProcessContext context, Vst3ContextFlags flags) => (context.State & flags) == flags;
}
