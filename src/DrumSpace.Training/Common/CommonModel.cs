using DrumSpace.Music;
using DrumSpace.Training.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Common;

/// <summary>
/// Says common beats: a point of the latent space is seen through 192 waves, the family is added to what is heard of them, and two
/// layers of ReLU say the cells. Far fewer beats than a flagship says, so that a far smaller network does.
/// </summary>
public sealed class CommonModel : Module
{
    private const double Bandwidth = 2.5;
    private const int Waves = 192;
    private const int Width = 256;
    private const int Hidden = 192;

    private readonly FeedForward _trunk = new("trunk", Bandwidth, Latent.Dimensions, Waves, Width);
    private readonly Linear _family = Linear(BeatVariation.CommonFamilies, Width, hasBias: false);
    private readonly FeedForward _beat = new("beat", Width, Hidden, Pattern.CellCount);

    /// <summary>Makes the network with freshly drawn weights.</summary>
    /// <param name="random">Equal seeds give equal weights.</param>
    public CommonModel(SeededRandom random)
        : base("common")
    {
        RegisterComponents();
        _trunk.Initialize(random);

        // Families are far apart from the beginning: one input of 8 speaks at a time.
        FeedForward.Draw(_family.weight, 1, random);
        _beat.Initialize(random);
    }

    /// <summary>Its widths, in a few words of Markdown for a model's card.</summary>
    internal string Shape => $"{_trunk.Widths}, a sine behind the first layer, {BeatVariation.CommonFamilies}-{Width} for the family beside it, then {_beat.Widths}, ReLU between the others";

    /// <summary>From the latent to what is heard of it; a ReLU follows.</summary>
    internal FeedForward Trunk => _trunk;

    /// <summary>From the family to what it adds to <see cref="Trunk"/>, before its ReLU.</summary>
    internal Linear Family => _family;

    /// <summary>From that to the logits of the cells.</summary>
    internal FeedForward Beat => _beat;

    /// <summary>The logits of the cells.</summary>
    /// <param name="latents">[N, 4].</param>
    /// <param name="families">[N, 8]: 1 at the number of the family, 0 elsewhere.</param>
    /// <returns>[N, 448].</returns>
    public Tensor Say(Tensor latents, Tensor families) => _beat.call((_trunk.call(latents) + _family.call(families)).relu());

    /// <summary>The patterns at points of families, without gradients.</summary>
    /// <param name="points">The points and the number of each one's family.</param>
    public Pattern[] Say(IReadOnlyList<(Latent Place, int Family)> points)
    {
        var said = new Pattern[points.Count];
        for (int start = 0; start < said.Length; start += PatternBatch.MaxRows)
        {
            using IDisposable guard = no_grad();
            using var scope = NewDisposeScope();
            (Latent, int)[] rows = [.. points.Skip(start).Take(PatternBatch.MaxRows)];
            (Tensor latents, Tensor families) = ToTensors(rows);
            float[] hits = [.. Say(latents, families).data<float>().ToArray().Select(logit => logit >= 0 ? 1f : 0f)];
            for (int row = 0; row < rows.Length; row++)
            {
                said[start + row] = PatternBatch.ReadCells(hits.AsSpan(row * Pattern.CellCount, Pattern.CellCount));
            }
        }

        return said;
    }

    /// <summary>Points and families as the network sees them: [N, 4] and [N, 8].</summary>
    internal static (Tensor Latents, Tensor Families) ToTensors(ReadOnlySpan<(Latent Place, int Family)> points)
    {
        float[] latents = new float[points.Length * Latent.Dimensions], families = new float[points.Length * BeatVariation.CommonFamilies];
        for (int row = 0; row < points.Length; row++)
        {
            ((ReadOnlySpan<float>)points[row].Place).CopyTo(latents.AsSpan(row * Latent.Dimensions));
            families[(row * BeatVariation.CommonFamilies) + points[row].Family] = 1;
        }

        return (tensor(latents, new long[] { points.Length, Latent.Dimensions }), tensor(families, new long[] { points.Length, BeatVariation.CommonFamilies }));
    }
}
