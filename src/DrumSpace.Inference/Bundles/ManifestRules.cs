using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

/// <summary>The rules that a manifest keeps, whoever wrote it.</summary>
internal static class ManifestRules
{
    private const int MaxTrainingFacts = 100;
    private const int MaxFormerFingerprints = 16;
    private const int MaxQuotedName = 80;

    /// <summary>Checks the format's version.</summary>
    /// <exception cref="BundleException">It is not the one that this code knows.</exception>
    public static void CheckVersion(int version, string file)
    {
        if (version != BundleManifest.CurrentVersion)
        {
            string problem = $"version {version} is not known here; this version of DrumSpace reads {BundleManifest.CurrentVersion}";
            throw new BundleException(file, "formatVersion", problem);
        }
    }

    /// <summary>Checks a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="file">The path that the error names.</param>
    /// <exception cref="BundleException">The first rule that is broken, with its place.</exception>
    public static void Check(BundleManifest manifest, string file)
    {
        CheckVersion(manifest.FormatVersion, file);
        foreach ((string place, string problem) in Faults(manifest).Concat(FileFaults(manifest.Files)))
        {
            throw new BundleException(file, place, problem);
        }
    }

    private static IEnumerable<(string Place, string Problem)> Faults(BundleManifest manifest)
    {
        if (manifest.Name.Length is 0 or > BundleManifest.MaxNameLength || manifest.Name.Any(char.IsControl))
        {
            yield return ("name", $"it must have 1 to {BundleManifest.MaxNameLength} characters, none of them a control character");
        }

        if (manifest.Thresholds.Count != Pattern.VoiceCount)
        {
            yield return ("thresholds", $"there must be {Pattern.VoiceCount}, one a voice, not {manifest.Thresholds.Count}");
        }

        // Written so that NaN fails too.
        foreach ((int voice, float threshold) in manifest.Thresholds.Index().Where(item => !(item.Item > 0 && item.Item < 1)))
        {
            yield return ($"thresholds[{voice}]", "a threshold lies above 0 and below 1");
        }

        if (KnobMapping.FindError(manifest.Quantiles) is { } quantileFault)
        {
            yield return ("quantiles", quantileFault);
        }

        if (manifest.Axes is { } axes && axes.Count != Latent.Dimensions)
        {
            yield return ("axes", $"there must be {Latent.Dimensions}, not {axes.Count}");
        }

        // A JSON array may hold null, whatever the type says.
        foreach ((int axis, AxisLabel? label) in (manifest.Axes ?? []).Index())
        {
            if ((label is null ? "an axis has a name and a description" : label.FindFault()) is { } axisFault)
            {
                yield return ($"axes[{axis}]", axisFault);
            }
        }

        if (manifest.Prior?.FindFault() is { } priorFault)
        {
            yield return ("prior", priorFault);
        }

        if (manifest.Variations is < 0 or > BundleManifest.MaxVariations)
        {
            yield return ("variations", $"a decoder takes 0 to {BundleManifest.MaxVariations}, not {manifest.Variations}");
        }

        if (manifest.Training.Count > MaxTrainingFacts || manifest.Training.Any(fact => fact.Value is null))
        {
            yield return ("training", $"it holds at most {MaxTrainingFacts} facts, each a text");
        }

        if (manifest.FormerFingerprints is { } former && (former.Count > MaxFormerFingerprints || !former.All(BundleFileFacts.IsHash)))
        {
            yield return ("formerFingerprints", $"there are at most {MaxFormerFingerprints}, each of 64 lower-case hexadecimal digits");
        }
    }

    private static IEnumerable<(string Place, string Problem)> FileFaults(IReadOnlyDictionary<string, BundleFileFacts> files)
    {
        foreach ((string name, BundleFileFacts? facts) in files)
        {
            if (!BundleFile.IsKnown(name))
            {
                bool leadsOut = name.AsSpan().IndexOfAny("/\\:") >= 0 || name.StartsWith('.');
                string place = $"files[\"{name[..Math.Min(name.Length, MaxQuotedName)]}\"]";
                yield return (place, leadsOut ? "it leads out of the bundle's folder" : "it is not a file that a bundle has");
            }

            if (facts is null || facts.Bytes is < 1 or > BundleFile.MaxFileBytes)
            {
                yield return ($"files[\"{name}\"].bytes", $"a file has 1 to {BundleFile.MaxFileBytes} bytes");
            }
            else if (!BundleFileFacts.IsHash(facts.Sha256))
            {
                yield return ($"files[\"{name}\"].sha256", "a hash has 64 lower-case hexadecimal digits");
            }
        }

        foreach (string name in BundleFile.Required.Where(name => !files.ContainsKey(name)))
        {
            yield return ("files", $"\"{name}\" is missing");
        }
    }
}
