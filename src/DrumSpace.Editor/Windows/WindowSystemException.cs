namespace DrumSpace.Editor.Windows;

/// <summary>A window cannot be opened: there is no window system here, it refuses, or a library that windows need is missing.</summary>
/// <param name="message">What is missing, for a log or a terminal.</param>
/// <param name="cause">What the system said, if anything.</param>
public sealed class WindowSystemException(string message, Exception? cause = null) : Exception(message, cause);
