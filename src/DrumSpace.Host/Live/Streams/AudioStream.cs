namespace DrumSpace.Host.Live.Streams;

/// <summary>A device's audio, block by block; reading and writing wait for the device, which sets the pace.</summary>
/// <remarks>Made and disposed by the main thread, started and used by the audio thread. What is used per block does not allocate.</remarks>
internal abstract class AudioStream : IDisposable
{
    /// <summary>The device's name.</summary>
    public abstract string Name { get; }

    /// <summary>Frames per second.</summary>
    public abstract double SampleRate { get; }

    /// <summary>The length of a block in frames.</summary>
    public abstract int BlockFrames { get; }

    /// <summary>The frames from the moment that a block is due (its inputs are read, the one before is written) to when it sounds.</summary>
    public abstract int Latency { get; }

    /// <summary>The number of dropouts. Any thread.</summary>
    public abstract long Xruns { get; }

    /// <summary>Why the stream ended, as one sentence; null while it works. Any thread.</summary>
    public abstract string? Failure { get; }

    /// <summary>Starts the device and fills what it plays ahead with silence.</summary>
    /// <returns>False if the device is lost.</returns>
    public abstract bool TryStart();

    /// <summary>Fills the block's inputs, if it has any.</summary>
    /// <param name="block">A block that has begun.</param>
    /// <returns>False if the device is lost.</returns>
    public abstract bool TryRead(LiveBlock block);

    /// <summary>Plays the block's outputs. Returns when the device has taken all of them, so that the next block is due.</summary>
    /// <param name="block">The block.</param>
    /// <returns>False if the device is lost.</returns>
    public abstract bool TryWrite(LiveBlock block);

    /// <inheritdoc/>
    public abstract void Dispose();
}
