using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using static TorchSharp.torch;

namespace DrumSpace.Training.Melody;

/// <summary>Some steps of some lines as the network takes them: rows step by step, within a step line by line.</summary>
public sealed class MelodyBatch
{
    private readonly IReadOnlyList<Pattern> _patterns;
    private readonly IReadOnlyList<MelodySetting> _settings;
    private readonly Func<int, int, int> _previous;
    private readonly int _firstStep;

    /// <summary>Makes a batch of whole lines.</summary>
    /// <param name="patterns">The drums of each line.</param>
    /// <param name="settings">The setting of each line.</param>
    /// <param name="tokens">The tokens of each line.</param>
    public MelodyBatch(IReadOnlyList<Pattern> patterns, IReadOnlyList<MelodySetting> settings, IReadOnlyList<IReadOnlyList<byte>> tokens)
        : this(patterns, settings, 0, MelodyLine.StepCount, (step, line) => step == 0 ? MelodyToken.Rest : tokens[line][step - 1])
    {
    }

    /// <summary>Makes a batch of one step of each line.</summary>
    /// <param name="patterns">The drums of each line.</param>
    /// <param name="settings">The setting of each line.</param>
    /// <param name="step">The step.</param>
    /// <param name="previous">Each line's token before it; a rest before the first.</param>
    public MelodyBatch(IReadOnlyList<Pattern> patterns, IReadOnlyList<MelodySetting> settings, int step, IReadOnlyList<int> previous)
        : this(patterns, settings, step, 1, (_, line) => previous[line])
    {
    }

    private MelodyBatch(
        IReadOnlyList<Pattern> patterns, IReadOnlyList<MelodySetting> settings, int firstStep, int steps, Func<int, int, int> previous)
    {
        _patterns = patterns;
        _settings = settings;
        _firstStep = firstStep;
        _previous = previous;
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

    /// <summary>The tone of the token before each row's step.</summary>
    public Tensor PreviousTones() => Indices(row => MelodyShape.ToneOf(_previous(StepOf(row), row % LineCount)));

    /// <summary>The octave of the tone before each row's step.</summary>
    public Tensor PreviousOctaves() => Indices(row => MelodyShape.ToneOctaveOf(_previous(StepOf(row), row % LineCount)));

    /// <summary>A part of each row's setting, in the order of <see cref="MelodyTensors.SettingWidths"/>.</summary>
    public Tensor Setting(int part) => Indices(row => MelodyTensors.SettingPart(_settings[row % LineCount], part));

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
