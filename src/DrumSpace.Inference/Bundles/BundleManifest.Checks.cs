using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

public sealed partial record BundleManifest
{
    private const int MaxTrainingFacts = 100;
    private const int MaxFormerFingerprints = 16;

    /// <summary>Checks every promise that the properties make.</summary>
    /// <param name="file">The path that the error names.</param>
    /// <exception cref="BundleException">The first promise that is not kept.</exception>
    public void Check(string file)
    {
        if (FormatVersion != CurrentVersion)
        {
            throw new BundleException(file, "formatVersion", $"version {FormatVersion} is not known here");
        }

        if (Name.Length is 0 or > MaxNameLength || Name.Any(char.IsControl))
        {
            throw new BundleException(file, "name", $"it must have 1 to {MaxNameLength} characters, none of them a control character");
        }

        if (Thresholds.Count != Pattern.VoiceCount)
        {
            throw new BundleException(file, "thresholds", $"there must be {Pattern.VoiceCount}, one a voice, not {Thresholds.Count}");
        }

        for (int voice = 0; voice < Thresholds.Count; voice++)
        {
            // Written so that a threshold that is no number fails it too.
            if (!(Thresholds[voice] > 0 && Thresholds[voice] < 1))
            {
                throw new BundleException(file, $"thresholds[{voice}]", "a threshold lies above 0 and below 1");
            }
        }

        if (KnobMapping.FindError(Quantiles) is { } fault)
        {
            throw new BundleException(file, "quantiles", fault);
        }

        if (Axes != null)
        {
            CheckAxes(Axes, file);
        }

        if (Prior?.FindFault() is { } priorFault)
        {
            throw new BundleException(file, "prior", priorFault);
        }

        if (Variations is < 0 or > MaxVariations)
        {
            throw new BundleException(file, "variations", $"a decoder takes 0 to {MaxVariations}, not {Variations}");
        }

        if (Training.Count > MaxTrainingFacts || Training.Any(fact => fact.Value is null))
        {
            throw new BundleException(file, "training", $"it holds at most {MaxTrainingFacts} facts, each a text");
        }

        if (FormerFingerprints is { } former && (former.Count > MaxFormerFingerprints || !former.All(BundleFileFacts.IsHash)))
        {
            throw new BundleException(
                file, "formerFingerprints", $"there are at most {MaxFormerFingerprints}, each of 64 lower-case hexadecimal digits");
        }

        CheckFiles(file);
    }

    private static void CheckAxes(IReadOnlyList<AxisLabel> axes, string file)
    {
        if (axes.Count != Latent.Dimensions)
        {
            throw new BundleException(file, "axes", $"there must be {Latent.Dimensions}, not {axes.Count}");
        }

        for (int axis = 0; axis < axes.Count; axis++)
        {
            string? fault = axes[axis] is { } label ? label.FindFault() : "an axis has a name and a description";
            if (fault != null)
            {
                throw new BundleException(file, $"axes[{axis}]", fault);
            }
        }
    }

    private void CheckFiles(string file)
    {
        foreach ((string name, BundleFileFacts facts) in Files)
        {
            if (!BundleFile.IsKnown(name))
            {
                string what = name.AsSpan().IndexOfAny("/\\:") >= 0 || name.StartsWith('.')
                    ? "it leads out of the bundle's folder"
                    : "it is not a file that a bundle has";
                throw new BundleException(file, $"files[\"{Printable(name)}\"]", what);
            }

            if (facts is null || facts.Bytes is < 1 or > BundleFile.MaxFileBytes)
            {
                throw new BundleException(file, $"files[\"{name}\"].bytes", $"a file has 1 to {BundleFile.MaxFileBytes} bytes");
            }

            if (!BundleFileFacts.IsHash(facts.Sha256))
            {
                throw new BundleException(file, $"files[\"{name}\"].sha256", "a hash has 64 lower-case hexadecimal digits");
            }
        }

        foreach (string name in BundleFile.Required)
        {
            if (!Files.ContainsKey(name))
            {
                throw new BundleException(file, "files", $"\"{name}\" is missing");
            }
        }
    }

    // A hostile name goes into an error message: short, and without control characters that would disturb a terminal.
    private static string Printable(string name) =>
        string.Concat(name.Take(80).Select(c => char.IsControl(c) ? '?' : c));
}
