using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using static TorchSharp.torch;

namespace DrumSpace.Training.Melody;

/// <summary>Steps of melodies as network input: rows step by step, within a step melody by melody.</summary>
/// <param name="patterns">The drums of each melody.</param>
/// <param name="settings">The setting of each melody.</param>
/// <param name="tokens">The tokens of each melody; of one step, those before it.</param>
/// <param name="step">The step; null for all.</param>
public sealed class MelodyBatch(
    IReadOnlyList<Pattern> patterns,
    IReadOnlyList<MelodyConditioning> settings,
    IReadOnlyList<IReadOnlyList<byte>> tokens,
    int? step = null)
{
    /// <summary>The number of steps.</summary>
    public int StepCount => step == null ? MelodyPhrase.StepCount : 1;

    /// <summary>The number of melodies.</summary>
    public int MelodyCount => patterns.Count;

    /// <summary>The patterns, each rotated so that the row's step comes first: [steps * melodies, 448].</summary>
    public Tensor Drums()
    {
        var cells = new float[StepCount * MelodyCount * Pattern.CellCount];
        for (int row = 0; row < StepCount * MelodyCount; row++)
        {
            MelodyTensors.WriteDrums(
                patterns[row % MelodyCount], StepOf(row), cells.AsSpan(row * Pattern.CellCount, Pattern.CellCount));
        }

        return tensor(cells, new long[] { StepCount * MelodyCount, Pattern.CellCount });
    }

    /// <summary>Each row's step, 0 to 31.</summary>
    public Tensor Steps() => Indices(StepOf);

    /// <summary>The tone of the token some steps before each row's step; a rest's before the beginning.</summary>
    public Tensor TonesBefore(int steps) => Indices(row => MelodyShape.ToneOf(TokenBefore(row, steps)));

    /// <summary>The octave of that tone.</summary>
    public Tensor OctavesBefore(int steps) => Indices(row => MelodyShape.ToneOctaveOf(TokenBefore(row, steps)));

    /// <summary>A part of each row's setting, in the order of <see cref="MelodyTensors.SettingWidths"/>.</summary>
    public Tensor Setting(int part) => Indices(row => MelodyTensors.SettingPart(settings[row % MelodyCount], part));

    private int TokenBefore(int row, int steps) =>
        StepOf(row) >= steps ? tokens[row % MelodyCount][StepOf(row) - steps] : MelodyToken.Rest;

    private int StepOf(int row) => (step ?? 0) + row / MelodyCount;

    private Tensor Indices(Func<int, int> of)
    {
        var indices = new long[StepCount * MelodyCount];
        for (int row = 0; row < indices.Length; row++)
        {
            indices[row] = of(row);
        }

        return tensor(indices, new long[] { indices.Length });
    }
}
