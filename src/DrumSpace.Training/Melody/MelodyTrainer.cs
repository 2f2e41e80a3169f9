using DrumSpace.Music.Melody;
using DrumSpace.Training.Learning;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Melody;

/// <summary>
/// Trains a <see cref="MelodyModel"/> to say the next token: cross-entropy, AdamW, and each line moved to another key each time it comes.
/// </summary>
/// <param name="options">How to train.</param>
/// <param name="examples">What to learn from; at least one.</param>
/// <exception cref="TrainingException">An option is out of range, or there is nothing to learn.</exception>
public sealed class MelodyTrainer(MelodyOptions options, IReadOnlyList<MelodyExample> examples)
    : CompanionTrainer<MelodyModel, MelodyExample>(options, examples, "melodies", random => new MelodyModel(random))
{
    private const int Keys = 12;
    private const int LowestShift = -6;
    private const double LargestGradient = 1;
    private readonly MelodyOptions _options = options;

    private protected override (Tensor Loss, int Weight) LossOf(MelodyExample[] batch, SeededRandom random)
    {
        MelodyConditioning[] settings = [.. batch.Select(example => example.Setting.Transpose(LowestShift + random.NextInt(Keys)))];
        var rows = new MelodyBatch([.. batch.Select(example => example.Pattern)], settings, [.. batch.Select(example => example.Tokens)]);
        (Tensor logits, _) = Model.Say(rows, masks: new MelodyMasks(_options, random));
        return (functional.cross_entropy(logits, Targets(batch)), batch.Length);
    }

    private protected override void BeforeStep() => nn.utils.clip_grad_norm_(Model.parameters(), LargestGradient);

    private protected override void Write(BinaryWriter writer, MelodyExample example)
    {
        foreach (ushort mask in example.Pattern.Masks)
        {
            writer.Write(mask);
        }

        writer.Write($"{example.Setting}");
        writer.Write([.. example.Tokens]);
    }

    private static Tensor Targets(MelodyExample[] examples)
    {
        var targets = new long[MelodyPhrase.StepCount * examples.Length];
        for (int row = 0; row < targets.Length; row++)
        {
            targets[row] = examples[row % examples.Length].Tokens[row / examples.Length];
        }

        return tensor(targets, new long[] { targets.Length });
    }
}
