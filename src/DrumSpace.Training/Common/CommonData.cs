using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Data;

namespace DrumSpace.Training.Common;

/// <summary>The beats that most play, chosen from a training set, each with its family and place.</summary>
/// <param name="Patterns">The number of patterns that they were chosen for.</param>
/// <param name="Beats">The beats.</param>
public sealed record CommonData(int Patterns, IReadOnlyList<CommonBeat> Beats)
{
    /// <summary>How many are chosen. Fewer leave longer rests between them on the knobs' way, more blur each other.</summary>
    public const int Count = 2048;

    // Said by a network, a beat comes out a few cells off where it is drawn at random: those around which many lie still cover something
    // then. In trials, 1,000 draws of a decoder of such beats covered more held-out patterns with 0.85 and 0.5 than with 0.7 and 1.
    private const double WorthLeft = 0.85;
    private const double FileExponent = 0.5;

    /// <summary>Reads folders and chooses from the files that a training learns from.</summary>
    /// <param name="folders">Folders of MIDI files.</param>
    /// <param name="bundle">The bundle that the beats are for.</param>
    /// <exception cref="TrainingException">
    /// The bundle's model has not learnt to vary; or the folders cannot be read or have too few patterns, as <see cref="TrainingDataReader"/> says.
    /// </exception>
    public static CommonData Read(IReadOnlyList<string> folders, ModelBundle bundle)
    {
        if (bundle.Manifest is not { Variations: > 0, Prior: { } prior })
        {
            throw new TrainingException($"{bundle.Folder}: this model has not learnt to vary, so that no seed would lead to common beats");
        }

        TrainingData data = TrainingDataReader.Read(folders);

        // Recombined bars may be too plain for the filter; of what is chosen, about one in twenty is.
        IEnumerable<Pattern> chosen = CoveringChoice.Of(data.Training, data.TrainingFiles, Count + (Count / 4), WorthLeft, FileExponent);
        Pattern[] patterns = [.. chosen.Where(pattern => EntropyFilter.Passes(pattern)).Take(Count)];
        return new CommonData(data.Training.Length, FamilyTree.Place(patterns, prior));
    }
}
