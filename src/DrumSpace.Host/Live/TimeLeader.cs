namespace DrumSpace.Host.Live;

/// <summary>Decides over a <see cref="LiveClock"/>: one for each <see cref="SyncSource"/>.</summary>
/// <remarks>The audio thread; no allocation. A class and not an interface, whose first call may take a lock.</remarks>
internal abstract class TimeLeader
{
    /// <summary>Looks at a device's block before it is played.</summary>
    public abstract void Begin(LiveBlock block);

    /// <summary>Steers the clock for the segment that begins at its frame, and ends the segment where the clock changes next.</summary>
    /// <param name="frames">The wanted length.</param>
    /// <returns>The length, 1 to <paramref name="frames"/>.</returns>
    public abstract int Steer(int frames);

    /// <summary>The musical position of a frame of the device's transport.</summary>
    public abstract double PpqOf(long deviceFrame);

    public abstract void Play();

    public abstract void Stop();

    public abstract void Locate(double ppq);

    public abstract void SetTempo(double bpm);
}
