using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Groove;
using DrumSpace.Music;
using DrumSpace.Music.Songs;

namespace DrumSpace.Training.Songs;

/// <summary>
/// The drums of a song in the making: thickens and thins beats by the engine's rules, fills where a section ends, marks with a crash where one
/// begins, and plays them as the bundle's drummer would.
/// </summary>
internal sealed class DrumTrack : IDisposable
{
    private const int StepsPerBar = 16;
    private const double LeastFill = 0.45, MostFill = 0.8;
    private const ulong Fills = 11;

    // A step's hit must stay nearer to its own step than to the next, or the song would say another pattern.
    private const float FarthestOffset = 0.45f;
    private readonly GrooveModel? _groove;
    private readonly float[] _velocities = new float[Pattern.CellCount];
    private readonly float[] _offsets = new float[Pattern.CellCount];
    private List<DrumHit> _hits = [];
    private SongRequest _request = null!;
    private int _start;

    public DrumTrack(ModelBundle bundle) => _groove = bundle.HasGroove ? new GrooveModel(bundle) : null;

    /// <summary>The hits so far, in the order of their steps.</summary>
    public IReadOnlyList<DrumHit> Hits => _hits;

    /// <summary>Begins another song.</summary>
    public void Begin(SongRequest request) => (_request, _hits, _start) = (request, [], 0);

    /// <summary>Adds the two bars of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="beat">What the model says there; its second bar is written over where the groove is one bar long.</param>
    /// <param name="isFilled">Whether its second bar leads to another section.</param>
    /// <returns>What is played, without fill and crash: what lines are to follow.</returns>
    public Pattern Add(SongUnit unit, DecodedPattern beat, bool isFilled)
    {
        if (unit.IsOneBar && !unit.IsTurnaround)
        {
            RepeatFirstBar(beat);
        }

        SectionCharacter character = SectionCharacter.Of(unit.Kind);
        double density = HitThreshold.DensityOdds(character.Density);
        double fill = 0;
        if (isFilled)
        {
            SplitMix64 random = SplitMix64.For(_request.Seed, Fills << 32 | (uint)unit.Section);
            fill = LeastFill + (MostFill - LeastFill) * random.NextFloat();
        }

        Span<ushort> plain = stackalloc ushort[Pattern.StepCount], played = stackalloc ushort[Pattern.StepCount];
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            ReadOnlySpan<float> cells = beat.Probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount);
            double rise = Math.Max(0, (step + 1.0 - StepsPerBar) / StepsPerBar);
            plain[step] = (ushort)HitThreshold.Reaching(beat.Pattern[step], cells, beat.Thresholds, density, 1);
            played[step] = (ushort)HitThreshold.Reaching(beat.Pattern[step], cells, beat.Thresholds, density, HitThreshold.FillOdds(fill, rise));
        }

        if (character.HasCrash && unit.Index == 0)
        {
            played[0] |= 1 << (int)Voice.Crash;
        }

        Play(new Pattern(played), beat, character.Energy);
        return new Pattern(plain);
    }

    /// <summary>Adds two bars as the model says them.</summary>
    public void AddPlain(DecodedPattern beat) => Play(beat.Pattern, beat, energy: 1);

    public void Dispose() => _groove?.Dispose();

    private static void RepeatFirstBar(DecodedPattern beat)
    {
        const int BarCells = StepsPerBar * Pattern.VoiceCount;
        beat.Probabilities.AsSpan(0, BarCells).CopyTo(beat.Probabilities.AsSpan(BarCells));
        ReadOnlySpan<ushort> bar = beat.Pattern.Masks[..StepsPerBar];
        beat.Pattern = new Pattern([.. bar, .. bar]);
    }

    private void Play(in Pattern pattern, DecodedPattern beat, double energy)
    {
        double groove = _groove is null ? 0 : _request.Groove;
        _groove?.Play(pattern, _velocities, _offsets);
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            for (int voice = 0; voice < Pattern.VoiceCount; voice++)
            {
                if (!pattern.Has((Voice)voice, step))
                {
                    continue;
                }

                int cell = step * Pattern.VoiceCount + voice;
                double rule = HitVelocity.Of(step, beat.Probabilities[cell]);
                double velocity = (rule + (HitVelocity.OfLearnt(_velocities[cell]) - rule) * groove) * energy;
                float offset = Math.Clamp(_offsets[cell], -FarthestOffset, FarthestOffset) * (float)groove;
                _hits.Add(new DrumHit(_start + step, (Voice)voice, Math.Clamp((int)Math.Round(velocity), 1, 127), offset));
            }
        }

        _start += Pattern.StepCount;
    }
}
