using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>Wakes the window's thread out of its wait. <see cref="Post"/> is for any thread.</summary>
internal sealed unsafe class EventFd : IDisposable
{
    /// <summary>Makes one.</summary>
    /// <exception cref="Windows.WindowSystemException">The process has no file descriptor left.</exception>
    public EventFd()
    {
        File = Libc.eventfd(0, Libc.EventFdFlags);
        if (File < 0)
        {
            throw new Windows.WindowSystemException("The process has no file descriptor left.");
        }
    }

    /// <summary>Readable after a post.</summary>
    public int File { get; }

    /// <summary>Ends the wait that is going on, or the next.</summary>
    public void Post()
    {
        ulong one = 1;
        _ = Libc.write(File, &one, sizeof(ulong));
    }

    /// <summary>Forgets the posts so far. The waiting thread.</summary>
    public void Clear()
    {
        ulong count;
        _ = Libc.read(File, &count, sizeof(ulong));
    }

    /// <inheritdoc/>
    public void Dispose() => _ = Libc.close(File);
}
