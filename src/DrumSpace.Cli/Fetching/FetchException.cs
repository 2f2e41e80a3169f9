namespace DrumSpace.Cli.Fetching;

/// <summary>A published file cannot be downloaded, or differs from the published one. The message names the file and the reason.</summary>
internal sealed class FetchException(string message, Exception? cause = null) : Exception(message, cause);
