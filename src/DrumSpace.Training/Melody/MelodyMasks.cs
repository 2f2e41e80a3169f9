using DrumSpace.Inference.Melody;
using static TorchSharp.torch;

namespace DrumSpace.Training.Melody;

/// <summary>What training hides from the network: single units by dropout, and whole tokens. Drawn from our own generator.</summary>
public sealed class MelodyMasks(MelodyOptions options, SeededRandom random)
{
    /// <summary>A mask over what is heard, [rows, 96].</summary>
    internal Tensor Heard(long rows) => Draw(rows, MelodyShape.HeardSize, options.Dropout, 1 / (1 - options.Dropout));

    /// <summary>A mask over the memory, [rows, 128].</summary>
    internal Tensor Remembered(long rows) => Draw(rows, MelodyTensors.StateSize, options.Dropout, 1 / (1 - options.Dropout));

    /// <summary>A mask over the tokens before, [rows, 1].</summary>
    internal Tensor Said(long rows) => Draw(rows, 1, options.HiddenTokens, 1);

    private Tensor Draw(long rows, int width, double hidden, double kept)
    {
        var mask = new float[rows * width];
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = random.NextFloat() < hidden ? 0 : (float)kept;
        }

        return tensor(mask, new long[] { rows, width });
    }
}
