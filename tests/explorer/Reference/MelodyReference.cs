using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.ExplorerReference;

/// <summary>The melodies of a bundle: melody.json.</summary>
internal static class MelodyReference
{
    private const int Count = 150;

    public static void Write(string bundleFolder, string folder)
    {
        using ModelBundle bundle = ModelBundle.Load(bundleFolder);
        using PatternDecoder decoder = new(bundle);
        using MelodySampler sampler = new(bundle);
        DecodedPattern decoded = new();
        SplitMix64 random = new(5);
        List<object> melodies = [];
        foreach (PatternPoint point in ReferencePoints.Make(Count, seed: 4))
        {
            decoder.Decode(bundle.Mapping.ToLatent(point.Knobs), decoded, point.Variation);
            MelodyRequest request = Draw(ref random);
            MelodyPhrase phrase = default;
            sampler.Sample(decoded.Pattern, request, ref phrase);
            melodies.Add(new
            {
                Pattern = decoded.Pattern.Masks.ToArray(),
                Request = new
                {
                    Role = request.Role == MelodyRole.Bass ? "bass" : "lead", request.Instrument, request.Tonic,
                    Scale = (int)request.Scale, request.Octaves, request.Density, request.Temperature, request.Follow, request.Seed,
                },
                Phrase = StepsOf(phrase),
            });
        }

        ReferenceFile.Write(folder, "melody", melodies);
    }

    /// <summary>The steps as the tests have them: a note, -1 for a tie, -2 for a rest.</summary>
    public static int[] StepsOf(MelodyPhrase phrase)
    {
        int[] steps = new int[MelodyPhrase.StepCount];
        for (int step = 0; step < steps.Length; step++)
        {
            steps[step] = phrase[step].IsNote ? phrase[step].Note : phrase[step].IsTie ? -1 : -2;
        }

        return steps;
    }

    private static MelodyRequest Draw(ref SplitMix64 random) => new(
        (MelodyRole)random.NextInt(2),
        random.NextInt(MelodyConditioning.InstrumentCount),
        random.NextInt(12),
        (MelodyScale)random.NextInt(9),
        random.NextInt(7) - 3,
        random.NextInt(1001) / 1000.0,
        (100 + random.NextInt(1901)) / 1000.0,
        random.NextInt(3) == 0 ? random.NextInt(1001) / 1000.0 : 0,
        random.NextInt(1024));
}
