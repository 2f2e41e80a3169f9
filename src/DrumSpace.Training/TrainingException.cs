namespace DrumSpace.Training;

/// <summary>What keeps a model from being trained, in words for whoever started the training: names the file or option at fault.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    public TrainingException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="cause">What it came from.</param>
    public TrainingException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
