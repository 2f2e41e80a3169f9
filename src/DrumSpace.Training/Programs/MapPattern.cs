using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Programs;

/// <summary>The pattern at a point of a model's map, with the knobs that a program stores.</summary>
/// <param name="Knobs">The knobs, in thousandths.</param>
/// <param name="Pattern">The pattern they decode to, without variation.</param>
internal sealed record MapPattern(Knobs Knobs, Pattern Pattern)
{
    /// <summary>Rounds a point's knobs and decodes them.</summary>
    /// <param name="bundle">The model.</param>
    /// <param name="coder">Its encoder and decoder.</param>
    /// <param name="point">A point of its map.</param>
    public static MapPattern At(ModelBundle bundle, BundleCoder coder, in MapPoint point)
    {
        Knobs knobs = bundle.Mapping.ToKnobs(point.Latent);
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            knobs[axis] = (float)Math.Round(knobs[axis], 3);
        }

        return new MapPattern(knobs, coder.Decode(bundle.Mapping.ToLatent(knobs)));
    }

    /// <summary>The map of a bundle.</summary>
    /// <exception cref="TrainingException">It has none.</exception>
    public static PatternMap MapOf(ModelBundle bundle) =>
        bundle.Map ?? throw new TrainingException($"{bundle.Folder}: the bundle has no map; `drumspace map` makes one");
}
