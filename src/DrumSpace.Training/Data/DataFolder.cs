namespace DrumSpace.Training.Data;

/// <summary>What a folder of MIDI files gave to a training run.</summary>
/// <param name="Path">The folder, as it was named.</param>
/// <param name="TrainingFiles">MIDI files whose patterns are learnt from.</param>
/// <param name="HeldOutFiles">MIDI files whose patterns are only measured on.</param>
/// <param name="RefusedFiles">MIDI files that could not be read.</param>
public sealed record DataFolder(string Path, int TrainingFiles, int HeldOutFiles, int RefusedFiles);
