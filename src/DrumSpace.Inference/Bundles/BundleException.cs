namespace DrumSpace.Inference.Bundles;

/// <summary>A model bundle cannot be read or written. The message names the file, the place in it, and what is wrong.</summary>
/// <param name="file">The path of the file or folder at fault.</param>
/// <param name="place">Where in the file, for example "thresholds[3]"; empty when the whole file is meant.</param>
/// <param name="problem">What is wrong, without a full stop.</param>
/// <param name="cause">The exception behind it, if there is one.</param>
public sealed class BundleException(string file, string place, string problem, Exception? cause = null)
    : Exception(OneLine(place.Length == 0 ? $"{file}: {problem}." : $"{file}: {place}: {problem}."), cause)
{
    /// <summary>The path of the file or folder at fault.</summary>
    public string File { get; } = file;

    /// <summary>Where in the file; empty when the whole file is meant.</summary>
    public string Place { get; } = place;

    // The message may quote a hostile file: control characters could disturb a terminal, or fake a line of the log.
    private static string OneLine(string message) => string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c));
}
