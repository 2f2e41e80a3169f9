using DrumSpace.Music.Melody;
using DrumSpace.Training.Learning;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Melody;

/// <summary>
/// Trains a <see cref="MelodyModel"/> to predict the next token: cross-entropy, AdamW, and a random transposition of each melody in each
/// epoch.
/// </summary>
/// <param name="options">The options of the training.</param>
/// <param name="examples">The training examples; at least one.</param>
/// <exception cref="TrainingException">An option is out of range, or there are no examples.</exception>
public sealed class MelodyTrainer(MelodyOptions options, IReadOnlyList<MelodyExample> examples)
    : CompanionTrainer<MelodyModel, MelodyExample>(options, examples, "melodies", random => new MelodyModel(random))
{
    private const int Keys = 12;
    private const int MinTransposition = -6;
    private const double MaxGradientNorm = 1;
    private readonly MelodyOptions _options = options;

    private protected override (Tensor Loss, int Weight) LossOf(MelodyExample[] batch, SeededRandom random)
    {
        MelodyConditioning[] settings = [.. batch.Select(example => example.Setting.Transpose(MinTransposition + random.NextInt(Keys)))];
        var rows = new MelodyBatch([.. batch.Select(example => example.Pattern)], settings, [.. batch.Select(example => example.Tokens)]);
        (Tensor logits, _) = Model.Forward(rows, masks: new MelodyMasks(_options, random));
        return (functional.cross_entropy(logits, Targets(batch)), batch.Length);
    }

    private protected override void BeforeStep() => nn.utils.clip_grad_norm_(Model.parameters(), MaxGradientNorm);

    private protected override void Write(BinaryWriter writer, MelodyExample example)
    {
        foreach (ushort mask in example.Pattern.Masks)
        {
            writer.Write(mask);
        }

        writer.Write(SettingText(example.Setting));
        writer.Write([.. example.Tokens]);
    }

    // Part of the fingerprint in checkpoints, so it never changes: the text of the setting's record when that format was defined.
    private static string SettingText(in MelodyConditioning setting) =>
        $"{"Melody"}Setting {{ Role = {setting.Role}, Instrument = {setting.Instrument}, Key = {setting.Key}, "
        + $"Octave = {setting.Octave}, Anchor = {setting.Anchor} }}";

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
