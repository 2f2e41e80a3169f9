namespace DrumSpace.Training.Data;

/// <summary>The MIDI files of a folder in a training run.</summary>
/// <param name="Path">The folder, as given by the user.</param>
/// <param name="TrainingFiles">The number of files in the training set.</param>
/// <param name="HeldOutFiles">The number of held-out files.</param>
/// <param name="RefusedFiles">The number of files that could not be read.</param>
public sealed record DataFolder(string Path, int TrainingFiles, int HeldOutFiles, int RefusedFiles);
