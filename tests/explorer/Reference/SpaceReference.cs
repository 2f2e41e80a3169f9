using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;

namespace DrumSpace.ExplorerReference;

/// <summary>The map of a bundle: space.json has the patterns of all points, and what is nearest to some patterns.</summary>
internal static class SpaceReference
{
    private const int NearCount = 40;

    public static void Write(string bundleFolder, string folder)
    {
        using ModelBundle bundle = ModelBundle.Load(bundleFolder);
        KnobMap map = bundle.KnobMap!;
        List<string> patterns = [];
        List<object> knobs = [];
        for (int point = 0; point < map.Points.Length; point++)
        {
            patterns.Add(new PatternLine(map.Patterns[point]).ToString());
            Knobs at = map.Points[point].Knobs;
            knobs.Add(ReferencePoints.ToArray(at));
        }

        SplitMix64 random = new(3);
        List<object> near = [];
        for (int i = 0; i < 3; i++)
        {
            Pattern pattern = Disturb(map.Patterns[random.NextInt(map.Points.Length)], ref random);
            IReadOnlyList<NearPattern> found = NearestPatterns.Of(bundle, pattern, NearCount);
            near.Add(new
            {
                Pattern = pattern.Masks.ToArray(),
                Best = new PatternLine(found[0].Pattern).ToString(),
                Found = found.Skip(1).Select(place => new { Pattern = new PatternLine(place.Pattern).ToString(), place.Similarity }),
            });
        }

        ReferenceFile.Write(folder, "space", new { Patterns = patterns, Knobs = knobs, Near = near });
    }

    private static Pattern Disturb(in Pattern pattern, ref SplitMix64 random)
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        pattern.Masks.CopyTo(masks);
        for (int i = 0; i < 5; i++)
        {
            masks[random.NextInt(masks.Length)] ^= (ushort)(1 << random.NextInt(Pattern.VoiceCount));
        }

        return new Pattern(masks);
    }
}
