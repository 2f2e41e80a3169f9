namespace DrumSpace.Training;

/// <summary>An error that the user can correct. Its message names the file or option.</summary>
/// <param name="message">What is wrong, and where.</param>
/// <param name="cause">The original exception, if there is one.</param>
public sealed class TrainingException(string message, Exception? cause = null) : Exception(message, cause);
