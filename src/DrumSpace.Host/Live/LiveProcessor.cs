namespace DrumSpace.Host.Live;

/// <summary>What a <see cref="LiveDevice"/> calls for each block. A class, because the first call through an interface may take a lock.</summary>
public abstract class LiveProcessor
{
    /// <summary>Plays a block: reads its MIDI, its audio inputs and its transport, and fills its outputs.</summary>
    /// <param name="block">Begun by the device; the device's again after the call.</param>
    /// <remarks>The device's audio thread. Neither allocates, locks, waits, logs nor throws.</remarks>
    public abstract void Process(LiveBlock block);

    /// <summary>The musical position of a frame of the device's own transport, for a device that gives it to other programs.</summary>
    /// <param name="frame">A frame as <see cref="DeviceTransport.Frame"/> counts.</param>
    /// <returns>The position at the current tempo and meter.</returns>
    /// <remarks>The device's audio thread, between blocks. As <see cref="Process"/>.</remarks>
    public abstract SongPosition PositionOf(long frame);
}
