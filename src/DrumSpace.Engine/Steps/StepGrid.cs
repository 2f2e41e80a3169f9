using DrumSpace.Engine.Transport;

namespace DrumSpace.Engine.Steps;

/// <summary>
/// Where the steps of the song lie, without swing: each bar has its own, from its start on, and the last of a bar that is no whole number
/// of steps is shorter. Steps are counted through all bars; the count means nothing in another grid.
/// </summary>
/// <remarks>A value of the audio thread. Does not allocate, block or throw.</remarks>
/// <param name="Origin">The position, in quarters, at which a bar begins.</param>
/// <param name="OriginBar">That bar's number.</param>
/// <param name="BarQuarters">Quarters a bar.</param>
/// <param name="StepsPerQuarter">Steps a quarter: 2, 4 or 8.</param>
internal readonly record struct StepGrid(double Origin, long OriginBar, double BarQuarters, int StepsPerQuarter)
{
    /// <summary>The bars of 4/4 from the song's start, in 16ths.</summary>
    public static StepGrid Default { get; } = new(0, 0, 4, 4);

    /// <summary>Steps a bar, at least 1.</summary>
    public int BarSteps { get; } = (int)Math.Ceiling(BarQuarters * StepsPerQuarter);

    /// <summary>Makes the grid of the song's bars.</summary>
    public static StepGrid Of(in SongBars bars, int stepsPerQuarter) =>
        new(bars.Meter.Origin, bars.Number, bars.Meter.BarQuarters, stepsPerQuarter);

    /// <summary>The bar of a step; 0 for the song's first.</summary>
    public long BarOf(long step) => step >= 0 ? step / BarSteps : (step + 1) / BarSteps - 1;

    /// <summary>The number of a step within its bar, from 0.</summary>
    public int InBar(long step) => (int)(step - BarOf(step) * BarSteps);

    /// <summary>The bar of a position, in quarters.</summary>
    public long BarAt(double ppq) => OriginBar + (long)Math.Floor((ppq - Origin) / BarQuarters);

    /// <summary>A position, in quarters, in bars from the song's start.</summary>
    public double BarsAt(double ppq) => OriginBar + (ppq - Origin) / BarQuarters;

    /// <summary>The position, in quarters, at which a bar begins.</summary>
    public double StartOf(long bar) => Origin + (bar - OriginBar) * BarQuarters;

    /// <summary>The position of a step, in quarters.</summary>
    public double PpqOf(long step) => StartOf(BarOf(step)) + InBar(step) / (double)StepsPerQuarter;

    /// <summary>The position of a step, in quarters, swing included: every second one of a bar is late by it.</summary>
    public double PpqOf(long step, double swing) =>
        PpqOf(step) + ((InBar(step) & 1) == 0 ? 0 : (2 * swing - 1) / StepsPerQuarter);

    /// <summary>The first step at a position, in quarters, or after it.</summary>
    public long FirstAt(double ppq)
    {
        long bar = BarAt(ppq);
        int inBar = (int)Math.Ceiling((ppq - StartOf(bar)) * StepsPerQuarter);
        return bar * BarSteps + Math.Min(inBar, BarSteps);
    }
}
