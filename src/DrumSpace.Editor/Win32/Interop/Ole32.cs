using System.Runtime.InteropServices;

namespace DrumSpace.Editor.Win32.Interop;

/// <summary>OLE's functions for drag and drop, and what their results mean (ole2.h, oleidl.h, objidl.h).</summary>
internal static unsafe class Ole32
{
    /// <summary>S_OK.</summary>
    public const int Ok = 0;

    /// <summary>E_NOTIMPL.</summary>
    public const int NotImplemented = unchecked((int)0x80004001);

    /// <summary>DV_E_FORMATETC: the object does not have its data in this form.</summary>
    public const int UnknownFormat = unchecked((int)0x80040064);

    /// <summary>OLE_E_ADVISENOTSUPPORTED.</summary>
    public const int NoAdvise = unchecked((int)0x80040003);

    /// <summary>E_OUTOFMEMORY.</summary>
    public const int OutOfMemory = unchecked((int)0x8007000e);

    /// <summary>DATA_S_SAMEFORMATETC.</summary>
    public const int SameFormat = 0x40130;

    /// <summary>DRAGDROP_S_DROP.</summary>
    public const int Drop = 0x40100;

    /// <summary>DRAGDROP_S_CANCEL.</summary>
    public const int Cancel = 0x40101;

    /// <summary>DRAGDROP_S_USEDEFAULTCURSORS.</summary>
    public const int UseDefaultCursors = 0x40102;

    /// <summary>DROPEFFECT_NONE.</summary>
    public const uint EffectNone = 0;

    /// <summary>DROPEFFECT_COPY.</summary>
    public const uint EffectCopy = 1;

    /// <summary>CF_HDROP: a list of files.</summary>
    public const ushort FileDropFormat = 15;

    /// <summary>DVASPECT_CONTENT.</summary>
    public const uint Content = 1;

    /// <summary>TYMED_HGLOBAL: in memory of <see cref="Kernel32.GlobalAlloc"/>.</summary>
    public const uint InGlobalMemory = 1;

    /// <summary>DATADIR_GET.</summary>
    public const uint ForGet = 1;

    private const string Library = "ole32";

    [DllImport(Library)]
    public static extern int OleInitialize(void* reserved);

    [DllImport(Library)]
    public static extern void OleUninitialize();

    [DllImport(Library)]
    public static extern int DoDragDrop(void* data, void* source, uint allowed, uint* effect);

    [DllImport(Library)]
    public static extern int RegisterDragDrop(nint window, void* target);

    [DllImport(Library)]
    public static extern int RevokeDragDrop(nint window);

    [DllImport(Library)]
    public static extern void ReleaseStgMedium(StorageMedium* medium);

    /// <summary>FORMATETC: a form of data.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Format
    {
        public ushort Clipboard;
        public nint Device;
        public uint Aspect;
        public int Index;
        public uint Media;
    }

    /// <summary>STGMEDIUM: data, and who frees them.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct StorageMedium
    {
        public uint Medium;
        public nint Handle;
        public nint Owner;
    }
}
