namespace DrumSpace.Cli.Fetching;

/// <summary>A published file could not be had, or is not what its authors published. The message names the file and the reason.</summary>
internal sealed class FetchException(string message, Exception? cause = null) : Exception(message, cause);
