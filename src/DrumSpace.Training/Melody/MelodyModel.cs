using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Training.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Melody;

/// <summary>
/// Says a line token by token while it hears the drums: a gated recurrent unit that is told, at each step, the whole pattern as it sounds
/// from here on, the step, the tokens a step and a bar before by their tones and octaves, and the line's role, instrument, key, mode and
/// octave, all by learnt embeddings, after the melody network of arXiv 2007.06284.
/// </summary>
public sealed class MelodyModel : Module
{
    private readonly Linear _drums = Linear(Pattern.CellCount, MelodyShape.HeardSize);
    private readonly Embedding _step = Embedding(MelodyPhrase.StepCount, MelodyShape.HeardSize);
    private readonly Embedding _tone = Embedding(MelodyShape.ToneCount, MelodyShape.ToneSize);
    private readonly Embedding _toneOctave = Embedding(MelodyShape.ToneOctaveCount, MelodyShape.ToneOctaveSize);
    private readonly ModuleList<Embedding> _setting;
    private readonly GRU _memory = GRU(MelodyShape.InputSize, MelodyTensors.StateSize);
    private readonly Linear _answer = Linear(MelodyTensors.StateSize + MelodyShape.HeardSize, MelodyToken.Count);

    /// <summary>Makes the network with freshly drawn weights.</summary>
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

    /// <summary>From the pattern to what is heard of it.</summary>
    internal Linear DrumsLayer => _drums;

    /// <summary>What each step adds to what is heard.</summary>
    internal Embedding StepTable => _step;

    /// <summary>The tones: 12 degrees, rest and tie.</summary>
    internal Embedding ToneTable => _tone;

    /// <summary>The octaves of tones, and none.</summary>
    internal Embedding ToneOctaveTable => _toneOctave;

    /// <summary>The tables of role, instrument, key, mode and octave.</summary>
    internal IReadOnlyList<Embedding> SettingTables => [.. _setting];

    /// <summary>The recurrent unit; its parameters are named as torch names them.</summary>
    internal GRU Memory => _memory;

    /// <summary>From memory and what is heard to the logits of the tokens.</summary>
    internal Linear AnswerLayer => _answer;

    /// <summary>Computes the logits of some steps of some lines.</summary>
    /// <param name="batch">The lines, and the steps.</param>
    /// <param name="state">The memory before the first step, [1, N, 128]; null at a line's beginning.</param>
    /// <param name="masks">What training hides; null for nothing.</param>
    /// <returns>Logits [steps * N, tokens], step by step, and the memory after the last step, [1, N, 128].</returns>
    public (Tensor Logits, Tensor State) Say(MelodyBatch batch, Tensor? state = null, MelodyMasks? masks = null)
    {
        long rows = (long)batch.StepCount * batch.LineCount;
        Tensor heard = (_drums.call(batch.Drums()) + _step.call(batch.Steps())).relu();
        Tensor said = Said(batch, 1), saidBar = Said(batch, MelodyTensors.StepsPerBar);
        if (masks is not null)
        {
            heard = heard * masks.Heard(rows);
            said = said * masks.Said(rows);
            saidBar = saidBar * masks.Said(rows);
        }

        Tensor setting = cat([.. _setting.Select((table, part) => table.call(batch.Setting(part)))], 1);
        Tensor input = cat([heard, said, saidBar, setting], 1).reshape(batch.StepCount, batch.LineCount, -1);
        (Tensor remembered, Tensor last) = _memory.call(input, state);
        Tensor memory = remembered.reshape(rows, MelodyTensors.StateSize);
        if (masks is not null)
        {
            memory = memory * masks.Remembered(rows);
        }

        return (_answer.call(cat([memory, heard], 1)), last);
    }

    private Tensor Said(MelodyBatch batch, int stepsBefore) =>
        cat([_tone.call(batch.TonesBefore(stepsBefore)), _toneOctave.call(batch.OctavesBefore(stepsBefore))], 1);
}
