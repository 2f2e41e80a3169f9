namespace DrumSpace.Plugin.Files;

/// <summary>A preset or a kit map cannot be read or written. The message names the file, the place in it, and what is wrong.</summary>
public sealed class UserFileException : FormatException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="place">Where in the file, for example "$.values.z1"; empty when the whole file is meant.</param>
    /// <param name="problem">What is wrong there, without a full stop.</param>
    /// <param name="cause">The exception that told of it, if one did.</param>
    public UserFileException(string file, string place, string problem, Exception? cause = null)
        : base(place.Length == 0 ? $"{file}: {problem}." : $"{file}: {place}: {problem}.", cause)
    {
    }
}
