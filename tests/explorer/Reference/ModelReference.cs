using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Fills;
using DrumSpace.Inference.Groove;
using DrumSpace.Music;

namespace DrumSpace.ExplorerReference;

/// <summary>
/// What a bundle decodes: NAME.json has points, latents and patterns, NAME.bin the probabilities and, where the bundle has them, the
/// velocities, the offsets and the fill's probabilities of each point.
/// </summary>
internal static class ModelReference
{
    private const int Count = 2000;

    // Each point has a tempo of its own, and a take as loose as it is varied; beats.test.ts has the same.
    private const int SlowestTempo = 50;
    private const int TempoCount = 200;

    public static void Write(string bundleFolder, string folder)
    {
        string name = Path.GetFileName(bundleFolder);
        using ModelBundle bundle = ModelBundle.Load(bundleFolder);
        using PatternDecoder decoder = new(bundle);
        using GrooveModel? groove = bundle.HasGroove ? new GrooveModel(bundle) : null;
        using FillModel? fills = bundle.HasFill ? new FillModel(bundle) : null;
        PatternFill fill = new();
        DecodedPattern decoded = new();
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        List<object> points = [];
        List<float> values = [];
        foreach ((int number, PatternPoint point) in ReferencePoints.Make(Count, seed: 1).Index())
        {
            Latent latent = bundle.Mapping.ToLatent(point.Knobs);
            decoder.Decode(latent, decoded, point.Variation);
            Knobs back = bundle.Mapping.ToKnobs(latent);
            points.Add(new
            {
                Point = point.ToValue(),
                Latent = ReferencePoints.ToArray(latent),
                Back = ReferencePoints.ToArray(back),
                Pattern = decoded.Pattern.Masks.ToArray(),
            });
            values.AddRange(decoded.Probabilities);
            if (groove != null)
            {
                int tempo = GrooveTempo.Round(SlowestTempo + number % TempoCount);
                groove.PredictAll(decoded.Pattern, velocities, offsets, tempo, new GrooveTake(point.Amount, point.Seed));
                values.AddRange(velocities);
                values.AddRange(offsets);
            }

            // The engine requests no seed where nothing varies.
            if (fills != null)
            {
                fills.Generate(decoded.Pattern, point.Variation.Amount > 0 ? point.Variation.Seed : 0, fill);
                values.AddRange(fill.Probabilities);
            }
        }

        ReferenceFile.Write(folder, name, points);
        ReferenceFile.WriteFloats(folder, name, values.ToArray());
    }
}
