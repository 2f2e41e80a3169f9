using DrumSpace.Music;

namespace DrumSpace.ExplorerReference;

/// <summary>Points as lines of text and the numbers of variations: text.json.</summary>
internal static class TextReference
{
    private const string Fingerprint = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const int ModelDigits = 12;

    public static void Write(string folder)
    {
        float[] odd = [0, 1, 0.1f, 1 / 3f, 1e-5f, 1.5e-5f, 1e-4f, 0.00012345f, 0.999999f, 1.17e-30f, float.Epsilon];
        PatternPoint[] points =
        [
            .. ReferencePoints.Make(300, seed: 7),
            .. odd.Select((value, i) => new PatternPoint(new Knobs(value, odd[^(i + 1)], 1 - value, 0.5f), 1 + i, value)),
        ];
        ReferenceFile.Write(folder, "text", new
        {
            Points = points.Select((point, i) => Named(point, i % 2 == 0 ? null : Fingerprint)),
            Noise = points.Select((point, i) => new
            {
                point.Seed, Position = i * 7, Voice = i % 14, Value = HashNoise.Of(point.Seed, i * 7, i % 14),
            }),
            Residuals = points.Select(point => new { point.Seed, point.Amount, Values = Residual(point) }),
        });
    }

    private static object Named(PatternPoint point, string? fingerprint) => new
    {
        Point = point.ToValue(),
        Model = fingerprint,
        Line = new PatternPoint(point.Knobs, point.Seed, point.Amount, fingerprint?[..ModelDigits]).ToString(),
    };

    private static float[] Residual(PatternPoint point)
    {
        float[] residual = new float[16];
        point.Variation.WriteResidual(residual);
        return residual;
    }
}
