namespace DrumSpace.Plugin.State;

/// <summary>A chunk that a host or a file gave is no state of ours, or is damaged; nothing of it was taken.</summary>
public sealed class StateFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="offset">Where in the chunk, in bytes.</param>
    /// <param name="problem">What is wrong there.</param>
    public StateFormatException(int offset, string problem)
        : base($"State chunk, byte {offset}: {problem}") => Offset = offset;

    /// <summary>Where in the chunk, in bytes.</summary>
    public int Offset { get; }
}
