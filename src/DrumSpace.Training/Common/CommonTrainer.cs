using DrumSpace.Music;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;
using static TorchSharp.torch;

namespace DrumSpace.Training.Common;

/// <summary>
/// Trains a <see cref="CommonModel"/>: at a point near a beat's place it is taught what <see cref="CommonTeacher"/> finds there, so that each
/// beat holds the whole of the space around its place and little is lost between two of them; binary cross-entropy, AdamW.
/// </summary>
/// <param name="options">How to train.</param>
/// <param name="beats">What to learn; at least one.</param>
/// <exception cref="TrainingException">An option is out of range, or there is nothing to learn.</exception>
public sealed class CommonTrainer(CommonOptions options, IReadOnlyList<CommonBeat> beats)
    : CompanionTrainer<CommonModel, CommonBeat>(options, beats, "common beats", random => new CommonModel(random))
{
    private readonly CommonTeacher _teacher = new(beats, options.Apart);

    private protected override (Tensor Loss, int Weight) LossOf(CommonBeat[] batch, SeededRandom random)
    {
        var points = new (Latent Place, int Family)[batch.Length];
        var taught = new Pattern[batch.Length];
        float[] moves = ParameterValues.Read(Noise.Normal(random, batch.Length, 2 * Latent.Dimensions));
        for (int row = 0; row < batch.Length; row++)
        {
            ReadOnlySpan<float> move = moves.AsSpan(row * 2 * Latent.Dimensions);
            Latent point = CommonTeacher.Moved(batch[row].Place, move, options.Reach);
            points[row] = (point, batch[row].Family);
            taught[row] = _teacher.At(CommonTeacher.Moved(point, move[Latent.Dimensions..], options.Softness), batch[row].Family);
        }

        (Tensor latents, Tensor families) = CommonModel.ToTensors(points);
        Tensor said = Model.Say(latents, families);
        return (nn.functional.binary_cross_entropy_with_logits(said, PatternBatch.ToTensor(taught)), batch.Length);
    }

    private protected override void Write(BinaryWriter writer, CommonBeat example)
    {
        foreach (ushort mask in example.Pattern.Masks)
        {
            writer.Write(mask);
        }

        writer.Write(example.Family);
        Latent place = example.Place;
        foreach (float coordinate in (ReadOnlySpan<float>)place)
        {
            writer.Write(coordinate);
        }
    }
}
