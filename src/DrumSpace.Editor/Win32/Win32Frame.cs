using System.Runtime.InteropServices;
using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Win32;

/// <summary>The pixels of one window size and the canvas on them.</summary>
/// <remarks>The host's thread. Painting and showing allocate nothing.</remarks>
internal sealed unsafe class Win32Frame : IDisposable
{
    private readonly void* _pixels;
    private readonly SKSurface _surface;
    private Gdi32.BitmapHeader _header;

    /// <summary>Makes a frame.</summary>
    /// <exception cref="OutOfMemoryException">There is no memory for the pixels.</exception>
    public Win32Frame(PixelSize size)
    {
        Size = size;
        _pixels = NativeMemory.AllocZeroed((nuint)size.Width * (nuint)size.Height * 4);
        SKImageInfo info = new(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        _surface = SKSurface.Create(info, (nint)_pixels, size.Width * 4);
        Canvas = _surface.Canvas;
        _header = new Gdi32.BitmapHeader
        {
            Size = (uint)sizeof(Gdi32.BitmapHeader),
            Width = size.Width,
            // Negative: the first line is the upper one.
            Height = -size.Height,
            Planes = 1,
            BitCount = 32,
        };
    }

    /// <summary>The size in pixels.</summary>
    public PixelSize Size { get; }

    /// <summary>Draws into the pixels.</summary>
    public SKCanvas Canvas { get; }

    /// <summary>Shows the pixels.</summary>
    /// <param name="context">The window's HDC.</param>
    public void Show(nint context)
    {
        fixed (Gdi32.BitmapHeader* header = &_header)
        {
            _ = Gdi32.SetDIBitsToDevice(context, 0, 0, (uint)Size.Width, (uint)Size.Height, 0, 0, 0, (uint)Size.Height, _pixels, header, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _surface.Dispose();
        NativeMemory.Free(_pixels);
    }
}
