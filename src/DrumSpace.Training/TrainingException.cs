namespace DrumSpace.Training;

/// <summary>An error that the user can correct. Its message names the file or option.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    public TrainingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="cause">The original exception.</param>
    public TrainingException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
