using System.Runtime.InteropServices;
using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;
using SkiaSharp;

namespace DrumSpace.Editor.X11;

/// <summary>
/// The pixels of one window size and the canvas on them: memory shared with the X server, or plain memory sent through the connection
/// where the server is remote or a sandbox refuses.
/// </summary>
/// <remarks>The connection's owner alone. Painting and showing allocate nothing.</remarks>
internal sealed unsafe class X11Frame : IDisposable
{
    private const byte ZPixmap = 2;

    // A PutImage's fixed part is 24 bytes, 28 in its long form.
    private const int RequestOverhead = 64;

    // Enough to be cheap, small enough for the server to serve others in between.
    private const long LongestBand = 1 << 20;

    private readonly X11Connection _connection;
    private readonly uint _window;
    private readonly uint _context;
    private readonly uint _segment;
    private readonly nint _pixels;
    private readonly SKSurface _surface;
    private int _inFlight;

    /// <summary>Makes a frame.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="window">The window that it is shown in.</param>
    /// <param name="size">The window's size.</param>
    /// <exception cref="OutOfMemoryException">There is no memory for the pixels.</exception>
    public X11Frame(X11Connection connection, uint window, PixelSize size)
    {
        _connection = connection;
        _window = window;
        Size = size;
        nuint bytes = (nuint)size.Width * (nuint)size.Height * 4;
        (_segment, _pixels) = connection.SharedMemory.IsPresent != 0 ? Share(connection, bytes) : default;
        if (_segment == 0)
        {
            _pixels = (nint)NativeMemory.AllocZeroed(bytes);
        }

        SKImageInfo info = new(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        _surface = SKSurface.Create(info, _pixels, size.Width * 4);
        Canvas = _surface.Canvas;
        _context = connection.NewId();
        _ = Xcb.xcb_create_gc(connection.Handle, _context, window, 0, null);
    }

    /// <summary>The size in pixels.</summary>
    public PixelSize Size { get; }

    /// <summary>Draws into the pixels.</summary>
    public SKCanvas Canvas { get; }

    /// <summary>Whether the server reads the pixels from shared memory.</summary>
    public bool IsShared => _segment != 0;

    /// <summary>Whether the server may still read the last frame, so that the pixels must not change.</summary>
    public bool IsInFlight => _inFlight > 0;

    /// <summary>Shows the pixels in the window.</summary>
    public void Show()
    {
        byte depth = _connection.Visual.Depth;
        if (IsShared)
        {
            _ = XcbShm.xcb_shm_put_image(_connection.Handle, _window, _context, (ushort)Size.Width, (ushort)Size.Height, 0, 0,
                (ushort)Size.Width, (ushort)Size.Height, 0, 0, depth, ZPixmap, 1, _segment, 0);
            _inFlight++;
            return;
        }

        int stride = Size.Width * 4;
        long longest = (Xcb.xcb_get_maximum_request_length(_connection.Handle) * 4L) - RequestOverhead;
        int rows = (int)Math.Max(1, Math.Min(longest, LongestBand) / stride);
        for (int y = 0; y < Size.Height; y += rows)
        {
            int count = Math.Min(rows, Size.Height - y);
            _ = Xcb.xcb_put_image(_connection.Handle, ZPixmap, _window, _context, (ushort)Size.Width, (ushort)count, 0, (short)y, 0,
                depth, (uint)(count * stride), (byte*)_pixels + ((long)y * stride));
        }
    }

    /// <summary>Takes the shared memory extension's events and errors.</summary>
    public void Handle(in XEvent received)
    {
        ExtensionReply extension = _connection.SharedMemory;
        if (!IsShared)
        {
            return;
        }

        if (received.Type == extension.FirstEvent && received.Segment == _segment)
        {
            _inFlight--;
        }
        else if (received.Type == XEventType.Error && received.MajorOpcode == extension.MajorOpcode)
        {
            // The window is gone or was not there: no completion follows.
            _inFlight = 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _surface.Dispose();
        _ = Xcb.xcb_free_gc(_connection.Handle, _context);
        if (IsShared)
        {
            _ = XcbShm.xcb_shm_detach(_connection.Handle, _segment);
            _ = Libc.shmdt(_pixels);
        }
        else
        {
            NativeMemory.Free((void*)_pixels);
        }
    }

    private static (uint Segment, nint Pixels) Share(X11Connection connection, nuint bytes)
    {
        int id = Libc.shmget(0, bytes, Libc.CreatePrivate);
        if (id < 0)
        {
            return default;
        }

        nint pixels = Libc.shmat(id, null, 0);
        uint segment = 0;
        if (pixels != -1)
        {
            segment = connection.NewId();
            if (!connection.Succeeds(XcbShm.xcb_shm_attach_checked(connection.Handle, segment, (uint)id, 1)))
            {
                _ = Libc.shmdt(pixels);
                segment = 0;
            }
        }

        // The memory goes when both sides have let go of it, even if the host crashes.
        _ = Libc.shmctl(id, Libc.RemoveSegment, null);
        return segment == 0 ? default : (segment, pixels);
    }
}
