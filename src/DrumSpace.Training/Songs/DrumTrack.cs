using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Fills;
using DrumSpace.Inference.Groove;
using DrumSpace.Music;
using DrumSpace.Music.Songs;

namespace DrumSpace.Training.Songs;

/// <summary>
/// Generates the drum track of a song: adapts the density of patterns by the engine's rules, adds fills at the ends of sections (the bundle's
/// learnt ones, or else by the engine's rule) and crashes at their beginnings, and applies the bundle's groove model.
/// </summary>
internal sealed class DrumTrack : IDisposable
{
    private const int StepsPerBar = 16;
    private const double MinFill = 0.45, MaxFill = 0.8;
    private const ulong Fills = 11;

    // A hit must stay nearer to its own step than to the next, or it would be read as another pattern.
    private const float MaxOffset = 0.45f;
    private readonly GrooveModel? _groove;
    private readonly FillModel? _fills;
    private readonly PatternFill _fill = new();
    private readonly float[] _velocities = new float[Pattern.CellCount];
    private readonly float[] _offsets = new float[Pattern.CellCount];
    private List<DrumHit> _hits = [];
    private SongRequest _request = null!;
    private int _start;

    public DrumTrack(ModelBundle bundle)
    {
        _groove = bundle.HasGroove ? new GrooveModel(bundle) : null;
        _fills = bundle.HasFill ? new FillModel(bundle) : null;
    }

    /// <summary>The hits so far, in the order of the steps.</summary>
    public IReadOnlyList<DrumHit> Hits => _hits;

    /// <summary>Starts a song.</summary>
    public void Begin(SongRequest request) => (_request, _hits, _start) = (request, [], 0);

    /// <summary>Adds the two bars of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="decoded">The decoded pattern; its second bar is overwritten where the groove is one bar long, or by a learnt fill.</param>
    /// <param name="isFilled">Whether its second bar has a fill, as the transition to another section.</param>
    /// <returns>The pattern without fill and crash, which the melodies follow.</returns>
    public Pattern Add(SongUnit unit, DecodedPattern decoded, bool isFilled)
    {
        if (unit.IsOneBar && !unit.IsTurnaround)
        {
            RepeatFirstBar(decoded);
        }

        SectionCharacter character = SectionCharacter.Of(unit.Kind);
        double density = HitThreshold.DensityOdds(character.Density);
        SplitMix64 random = SplitMix64.For(_request.Seed, Fills << 32 | (uint)unit.Section);
        double fill = isFilled ? MinFill + (MaxFill - MinFill) * random.NextFloat() : 0;
        Span<ushort> plain = stackalloc ushort[Pattern.StepCount], played = stackalloc ushort[Pattern.StepCount];
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            ReadOnlySpan<float> cells = decoded.Probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount);
            double rise = Math.Max(0, (step + 1.0 - StepsPerBar) / StepsPerBar);
            plain[step] = (ushort)HitThreshold.Reaching(decoded.Pattern[step], cells, decoded.Thresholds, density, 1);
            double odds = HitThreshold.FillOdds(_fills is null ? fill : 0, rise);
            played[step] = (ushort)HitThreshold.Reaching(decoded.Pattern[step], cells, decoded.Thresholds, density, odds);
        }

        if (isFilled && _fills is not null)
        {
            _fills.Generate(decoded.Pattern, random.NextInt(int.MaxValue), _fill);
            Fill(PatternFill.StepsOf(fill), density, decoded, played);
        }

        if (character.HasCrash && unit.Index == 0)
        {
            played[0] |= 1 << (int)Voice.Crash;
        }

        Play(new Pattern(played), decoded, character.Energy);
        return new Pattern(plain);
    }

    /// <summary>Adds two bars as decoded.</summary>
    public void AddPlain(DecodedPattern decoded) => Play(decoded.Pattern, decoded, energy: 1);

    public void Dispose()
    {
        _groove?.Dispose();
        _fills?.Dispose();
    }

    private static void RepeatFirstBar(DecodedPattern decoded)
    {
        const int BarCells = StepsPerBar * Pattern.VoiceCount;
        decoded.Probabilities.AsSpan(0, BarCells).CopyTo(decoded.Probabilities.AsSpan(BarCells));
        ReadOnlySpan<ushort> bar = decoded.Pattern.Masks[..StepsPerBar];
        decoded.Pattern = new Pattern([.. bar, .. bar]);
    }

    // The last steps of the second bar are the fill's.
    private void Fill(int steps, double density, DecodedPattern decoded, Span<ushort> played)
    {
        for (int step = PatternFill.StepCount - steps; step < PatternFill.StepCount; step++)
        {
            played[StepsPerBar + step] = (ushort)_fill.HitsAt(step, density);
            _fill.Probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount)
                .CopyTo(decoded.Probabilities.AsSpan((StepsPerBar + step) * Pattern.VoiceCount));
        }
    }

    private void Play(in Pattern pattern, DecodedPattern decoded, double energy)
    {
        double groove = _groove is null ? 0 : _request.Groove;
        _groove?.Play(pattern, _velocities, _offsets, _request.QuartersPerMinute);
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            for (int voice = 0; voice < Pattern.VoiceCount; voice++)
            {
                if (!pattern.Has((Voice)voice, step))
                {
                    continue;
                }

                int cell = step * Pattern.VoiceCount + voice;
                double rule = HitVelocity.Of(step, decoded.Probabilities[cell]);
                double velocity = (rule + (HitVelocity.OfLearnt(_velocities[cell]) - rule) * groove) * energy;
                float offset = Math.Clamp(_offsets[cell], -MaxOffset, MaxOffset) * (float)groove;
                _hits.Add(new DrumHit(_start + step, (Voice)voice, Math.Clamp((int)Math.Round(velocity), 1, 127), offset));
            }
        }

        _start += Pattern.StepCount;
    }
}
