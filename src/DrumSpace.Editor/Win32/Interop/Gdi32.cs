using System.Runtime.InteropServices;

namespace DrumSpace.Editor.Win32.Interop;

/// <summary>Windows' function that shows pixels (wingdi.h).</summary>
internal static unsafe class Gdi32
{
    private const string Library = "gdi32";

    [DllImport(Library)]
    public static extern int SetDIBitsToDevice(nint context, int x, int y, uint width, uint height, int sourceX, int sourceY,
        uint firstLine, uint lines, void* pixels, BitmapHeader* header, uint colors);

    /// <summary>BITMAPINFOHEADER, which is a whole BITMAPINFO for pixels of 32 bits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct BitmapHeader
    {
        public uint Size;
        public int Width;
        public int Height;
        public ushort Planes;
        public ushort BitCount;
        public uint Compression;
        public uint ImageSize;
        public int PixelsPerMeterX;
        public int PixelsPerMeterY;
        public uint ColorsUsed;
        public uint ColorsImportant;
    }
}
