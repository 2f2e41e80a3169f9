namespace DrumSpace.Plugin.Presets.Vst2;

/// <summary>A file is no VST2 preset file, or is damaged. The message names the file, the byte and the problem.</summary>
public sealed class PresetFileException : FormatException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="offset">The position in the file in bytes.</param>
    /// <param name="problem">The problem there, without a full stop.</param>
    public PresetFileException(string file, int offset, string problem)
        : base($"{file}: byte {offset}: {problem}.") => Offset = offset;

    /// <summary>The position in the file in bytes.</summary>
    public int Offset { get; }
}
