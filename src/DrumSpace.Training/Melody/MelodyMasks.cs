using DrumSpace.Inference.Melody;
using static TorchSharp.torch;

namespace DrumSpace.Training.Melody;

/// <summary>The dropout of training: of single units, and of whole tokens. Drawn from the run's generator, the same for every
/// backend.</summary>
public sealed class MelodyMasks(MelodyOptions options, SeededRandom random)
{
    /// <summary>A mask over the drums' features, [rows, 96].</summary>
    internal Tensor Drums(long rows) => Draw(rows, MelodyShape.DrumFeatures, options.Dropout, 1 / (1 - options.Dropout));

    /// <summary>A mask over the states, [rows, 128].</summary>
    internal Tensor States(long rows) => Draw(rows, MelodyTensors.StateSize, options.Dropout, 1 / (1 - options.Dropout));

    /// <summary>A mask over the tokens before, [rows, 1].</summary>
    internal Tensor Tokens(long rows) => Draw(rows, 1, options.HiddenTokens, 1);

    private Tensor Draw(long rows, int width, double dropout, double scale)
    {
        var mask = new float[rows * width];
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = random.NextFloat() < dropout ? 0 : (float)scale;
        }

        return tensor(mask, new long[] { rows, width });
    }
}
