using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>The bars of a part that have hits, as step masks. Silent bars take no memory.</summary>
internal sealed class BarGrid
{
    private readonly List<Bar> _bars = [];

    /// <summary>Removes all hits.</summary>
    public void Clear() => _bars.Clear();

    /// <summary>Adds voices to a step. Bars must be in order.</summary>
    public void Hit(long bar, int step, ushort mask)
    {
        if (_bars.Count == 0 || _bars[^1].Index != bar)
        {
            _bars.Add(new Bar { Index = bar });
        }

        CollectionsMarshal.AsSpan(_bars)[^1].Steps[step] |= mask;
    }

    /// <summary>Adds each window of two bars that has a hit, in order.</summary>
    /// <param name="hopBars">1: windows begin at any bar; 2: at even ones.</param>
    /// <param name="patterns">The list to add to.</param>
    public void AddWindows(int hopBars, List<Pattern> patterns)
    {
        for (int i = 0; i < _bars.Count; i++)
        {
            // The window in which this bar is the second and the first is silent (a first with hits has added the window already) ...
            long bar = _bars[i].Index;
            bool isFirstSilent = bar > 0 && (i == 0 || _bars[i - 1].Index != bar - 1);
            bool isFirstOfWindow = hopBars == 1 || bar % 2 == 0;
            if (isFirstSilent && (hopBars == 1 || !isFirstOfWindow))
            {
                Add(-1, i, patterns);
            }

            // ... and the window in which it is the first.
            if (isFirstOfWindow)
            {
                Add(i, i + 1 < _bars.Count && _bars[i + 1].Index == bar + 1 ? i + 1 : -1, patterns);
            }
        }
    }

    private void Add(int first, int second, List<Pattern> patterns)
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        masks.Clear();
        Span<Bar> bars = CollectionsMarshal.AsSpan(_bars);
        if (first >= 0)
        {
            ((ReadOnlySpan<ushort>)bars[first].Steps).CopyTo(masks);
        }

        if (second >= 0)
        {
            ((ReadOnlySpan<ushort>)bars[second].Steps).CopyTo(masks[Pattern.StepsPerBar..]);
        }

        patterns.Add(new Pattern(masks));
    }

    [InlineArray(Pattern.StepsPerBar)]
    private struct BarSteps
    {
        private ushort _first;
    }

    private struct Bar
    {
        public long Index;
        public BarSteps Steps;
    }
}
