namespace DrumSpace.Host.Live;

/// <summary>An open device: audio and MIDI of a system or a server, which drives a <see cref="LiveProcessor"/> block by block.</summary>
/// <remarks>
/// The life: made open by a <see cref="LiveDriver"/>; <see cref="Start"/>; <see cref="LiveProcessor.Process"/> on one thread of the device's;
/// <see cref="Stop"/>; <see cref="Dispose"/>. All but the transport requests belong to the main thread. A device that is lost stays lost:
/// dispose it and open another.
/// </remarks>
public abstract class LiveDevice : IDisposable
{
    /// <summary>The device's name as musicians know it, for messages and settings.</summary>
    public abstract string Name { get; }

    /// <summary>Frames per second. Constant while the device is open; a device whose rate changes is lost.</summary>
    public abstract double SampleRate { get; }

    /// <summary>The usual length of a block in frames. Blocks may be shorter or longer.</summary>
    public abstract int BlockFrames { get; }

    /// <summary>The number of dropouts since the device was opened. Any thread.</summary>
    public abstract long Xruns { get; }

    /// <summary>Why the device is lost, as one sentence for a user; null while it works. Any thread; calls may follow until <see cref="Stop"/>.</summary>
    public abstract string? Failure { get; }

    /// <summary>What a user should know of a device that works, but lacks something (its MIDI), as one sentence; null for nothing.</summary>
    public virtual string? Notice => null;

    /// <summary>Begins to call the processor. Returns before or after the first block.</summary>
    /// <param name="processor">Called until <see cref="Stop"/> returns.</param>
    /// <exception cref="LiveDeviceException">The system refuses.</exception>
    public abstract void Start(LiveProcessor processor);

    /// <summary>Ends the calls: none is under way when this returns. Without effect on a device that is not started.</summary>
    public abstract void Stop();

    /// <summary>Stops and closes the device.</summary>
    public abstract void Dispose();

    /// <summary>Asks the device's own transport to roll. Wait-free; any thread. Without effect on a device that has none.</summary>
    public virtual void RequestRoll()
    {
    }

    /// <summary>Asks the device's own transport to stop. Wait-free; any thread. Without effect on a device that has none.</summary>
    public virtual void RequestStop()
    {
    }

    /// <summary>Asks the device's own transport to jump. Wait-free; any thread. Without effect on a device that has none.</summary>
    /// <param name="frame">From 0.</param>
    public virtual void RequestLocate(long frame)
    {
    }
}
