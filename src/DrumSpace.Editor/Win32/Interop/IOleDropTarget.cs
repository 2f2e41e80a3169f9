using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DrumSpace.Editor.Win32.Interop;

/// <summary>IDropTarget (oleidl.h): a window that takes drags. It is partial because the compiler adds COM's part.</summary>
/// <remarks>
/// The place on the screen is a POINTL by value, which goes where a number of 64 bits goes: x in the lower half. The data object is a bare
/// pointer: a managed wrapper would hold it until a collection.
/// </remarks>
[GeneratedComInterface]
[Guid("00000122-0000-0000-C000-000000000046")]
internal unsafe partial interface IOleDropTarget
{
    [PreserveSig]
    int DragEnter(void* data, uint keys, long place, uint* effect);

    [PreserveSig]
    int DragOver(uint keys, long place, uint* effect);

    [PreserveSig]
    int DragLeave();

    [PreserveSig]
    int Drop(void* data, uint keys, long place, uint* effect);
}
