namespace DrumSpace.Abi.Vst2.Presets;

/// <summary>A file is no preset file of VST2, or is damaged. The message names the file, the byte and what is wrong.</summary>
public sealed class PresetFileException : FormatException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="offset">Where in the file, in bytes.</param>
    /// <param name="problem">What is wrong there, without a full stop.</param>
    public PresetFileException(string file, int offset, string problem)
        : base($"{file}: byte {offset}: {problem}.") => Offset = offset;

    /// <summary>Where in the file, in bytes.</summary>
    public int Offset { get; }
}
