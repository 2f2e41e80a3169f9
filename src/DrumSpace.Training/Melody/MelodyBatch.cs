using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using static TorchSharp.torch;

namespace DrumSpace.Training.Melody;

/// <summary>Some steps of some lines as the network takes them: rows step by step, within a step line by line.</summary>
public sealed class MelodyBatch
{
    private readonly IReadOnlyList<Pattern> _patterns;
    private readonly IReadOnlyList<MelodyConditioning> _settings;
    private readonly IReadOnlyList<IReadOnlyList<byte>> _tokens;
    private readonly int _firstStep;

    /// <summary>Makes a batch of whole lines.</summary>
    /// <param name="patterns">The drums of each line.</param>
    /// <param name="settings">The setting of each line.</param>
    /// <param name="tokens">The tokens of each line.</param>
    public MelodyBatch(IReadOnlyList<Pattern> patterns, IReadOnlyList<MelodyConditioning> settings, IReadOnlyList<IReadOnlyList<byte>> tokens)
        : this(patterns, settings, tokens, 0, MelodyPhrase.StepCount)
    {
    }

    /// <summary>Makes a batch of one step of each line.</summary>
    /// <param name="patterns">The drums of each line.</param>
    /// <param name="settings">The setting of each line.</param>
    /// <param name="tokens">The tokens of each line before the step; what comes from there on is not looked at.</param>
    /// <param name="step">The step.</param>
    public MelodyBatch(
        IReadOnlyList<Pattern> patterns, IReadOnlyList<MelodyConditioning> settings, IReadOnlyList<IReadOnlyList<byte>> tokens, int step)
        : this(patterns, settings, tokens, step, 1)
    {
    }

    private MelodyBatch(
        IReadOnlyList<Pattern> patterns, IReadOnlyList<MelodyConditioning> settings, IReadOnlyList<IReadOnlyList<byte>> tokens, int firstStep, int steps)
    {
        _patterns = patterns;
        _settings = settings;
        _tokens = tokens;
        _firstStep = firstStep;
        StepCount = steps;
    }

    /// <summary>The number of steps.</summary>
    public int StepCount { get; }

    /// <summary>The number of lines.</summary>
    public int LineCount => _patterns.Count;

    /// <summary>The patterns, each turned so that the row's step comes first: [steps * lines, 448].</summary>
    public Tensor Drums()
    {
        var cells = new float[StepCount * LineCount * Pattern.CellCount];
        for (int row = 0; row < StepCount * LineCount; row++)
        {
            MelodyTensors.WriteDrums(
                _patterns[row % LineCount], StepOf(row), cells.AsSpan(row * Pattern.CellCount, Pattern.CellCount));
        }

        return tensor(cells, new long[] { StepCount * LineCount, Pattern.CellCount });
    }

    /// <summary>Each row's step, 0 to 31.</summary>
    public Tensor Steps() => Indices(StepOf);

    /// <summary>The tone of the token some steps before each row's step; a rest's before the line begins.</summary>
    public Tensor TonesBefore(int steps) => Indices(row => MelodyShape.ToneOf(TokenBefore(row, steps)));

    /// <summary>The octave of that tone.</summary>
    public Tensor OctavesBefore(int steps) => Indices(row => MelodyShape.ToneOctaveOf(TokenBefore(row, steps)));

    /// <summary>A part of each row's setting, in the order of <see cref="MelodyTensors.SettingWidths"/>.</summary>
    public Tensor Setting(int part) => Indices(row => MelodyTensors.SettingPart(_settings[row % LineCount], part));

    private int TokenBefore(int row, int steps) =>
        StepOf(row) >= steps ? _tokens[row % LineCount][StepOf(row) - steps] : MelodyToken.Rest;

    private int StepOf(int row) => _firstStep + row / LineCount;

    private Tensor Indices(Func<int, int> of)
    {
        var indices = new long[StepCount * LineCount];
        for (int row = 0; row < indices.Length; row++)
        {
            indices[row] = of(row);
        }

        return tensor(indices, new long[] { indices.Length });
    }
}
