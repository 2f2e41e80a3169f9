using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Training.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Melody;

/// <summary>
/// Generates a melody token by token, conditioned on the drums, after the melody network of arXiv 2007.06284: a gated recurrent unit whose
/// input at each step is the pattern rotated to that step, the step, the tokens a step and a bar before (tone and octave), and the melody's
/// role, instrument, key, mode and octave, all as learnt embeddings.
/// </summary>
public sealed class MelodyModel : Module
{
    // The parameters' names in checkpoints follow from these fields'.
    private readonly Linear _drums = Linear(Pattern.CellCount, MelodyShape.DrumFeatures);
    private readonly Embedding _step = Embedding(MelodyPhrase.StepCount, MelodyShape.DrumFeatures);
    private readonly Embedding _tone = Embedding(MelodyShape.ToneCount, MelodyShape.ToneSize);
    private readonly Embedding _toneOctave = Embedding(MelodyShape.ToneOctaveCount, MelodyShape.ToneOctaveSize);
    private readonly ModuleList<Embedding> _setting;
    private readonly GRU _memory = GRU(MelodyShape.InputSize, MelodyTensors.StateSize);
    private readonly Linear _answer = Linear(MelodyTensors.StateSize + MelodyShape.DrumFeatures, MelodyToken.Count);

    /// <summary>Creates the network with random weights.</summary>
    /// <param name="random">Equal seeds give equal weights.</param>
    public MelodyModel(SeededRandom random)
        : base("melody")
    {
        _setting = ModuleList<Embedding>([.. MelodyTensors.SettingWidths.Select(width => Embedding(width, MelodyShape.SettingPartSize))]);
        RegisterComponents();
        FeedForward.Draw(_drums, random);
        FeedForward.Draw(_answer, random);
        foreach (Embedding table in (IEnumerable<Embedding>)[_step, _tone, _toneOctave, .. _setting])
        {
            FeedForward.Draw(table.weight!, MelodyShape.EmbeddingBound, random);
        }

        foreach ((string _, Parameter parameter) in _memory.named_parameters())
        {
            FeedForward.Draw(parameter, 1 / MathF.Sqrt(MelodyTensors.StateSize), random);
        }
    }

    /// <summary>From the pattern to its features.</summary>
    internal Linear DrumsLayer => _drums;

    /// <summary>The contribution of each step to the drums' features.</summary>
    internal Embedding StepTable => _step;

    /// <summary>The embeddings of tones: 12 degrees, rest and tie.</summary>
    internal Embedding ToneTable => _tone;

    /// <summary>The embeddings of octaves, with one for tokens without octave.</summary>
    internal Embedding ToneOctaveTable => _toneOctave;

    /// <summary>The embeddings of role, instrument, key, mode and octave.</summary>
    internal IReadOnlyList<Embedding> SettingTables => [.. _setting];

    /// <summary>The recurrent unit; its parameters have torch's names.</summary>
    internal GRU Gru => _memory;

    /// <summary>From the state and the drums' features to the logits of the tokens.</summary>
    internal Linear OutputLayer => _answer;

    /// <summary>Computes the logits of steps of melodies.</summary>
    /// <param name="batch">The melodies and the steps.</param>
    /// <param name="state">The state before the first step, [1, N, 128]; null at the beginning.</param>
    /// <param name="masks">The dropout of training; null for none.</param>
    /// <returns>Logits [steps * N, tokens], step by step, and the state after the last step, [1, N, 128].</returns>
    public (Tensor Logits, Tensor State) Forward(MelodyBatch batch, Tensor? state = null, MelodyMasks? masks = null)
    {
        long rows = (long)batch.StepCount * batch.MelodyCount;
        Tensor drums = _drums.call(batch.Drums()).Plus(_step.call(batch.Steps())).relu();
        Tensor token = TokenBefore(batch, 1), barToken = TokenBefore(batch, MelodyTensors.StepsPerBar);
        if (masks is not null)
        {
            drums = drums * masks.Drums(rows);
            token = token * masks.Tokens(rows);
            barToken = barToken * masks.Tokens(rows);
        }

        Tensor setting = cat([.. _setting.Select((table, part) => table.call(batch.Setting(part)))], 1);
        Tensor input = cat([drums, token, barToken, setting], 1).reshape(batch.StepCount, batch.MelodyCount, -1);
        (Tensor states, Tensor last) = _memory.call(input, state);
        Tensor hidden = states.reshape(rows, MelodyTensors.StateSize);
        if (masks is not null)
        {
            hidden = hidden * masks.States(rows);
        }

        return (_answer.call(cat([hidden, drums], 1)), last);
    }

    private Tensor TokenBefore(MelodyBatch batch, int stepsBefore) =>
        cat([_tone.call(batch.TonesBefore(stepsBefore)), _toneOctave.call(batch.OctavesBefore(stepsBefore))], 1);
}
