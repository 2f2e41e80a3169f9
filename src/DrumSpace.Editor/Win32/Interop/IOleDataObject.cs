using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DrumSpace.Editor.Win32.Interop;

/// <summary>IDataObject (objidl.h): data in one or more forms. It is partial because the compiler adds COM's part.</summary>
[GeneratedComInterface]
[Guid("0000010e-0000-0000-C000-000000000046")]
internal unsafe partial interface IOleDataObject
{
    [PreserveSig]
    int GetData(Ole32.Format* format, Ole32.StorageMedium* medium);

    [PreserveSig]
    int GetDataHere(Ole32.Format* format, Ole32.StorageMedium* medium);

    [PreserveSig]
    int QueryGetData(Ole32.Format* format);

    [PreserveSig]
    int GetCanonicalFormatEtc(Ole32.Format* asked, Ole32.Format* answer);

    [PreserveSig]
    int SetData(Ole32.Format* format, Ole32.StorageMedium* medium, int isGivenAway);

    [PreserveSig]
    int EnumFormatEtc(uint direction, void** list);

    [PreserveSig]
    int DAdvise(Ole32.Format* format, uint flags, void* sink, uint* connection);

    [PreserveSig]
    int DUnadvise(uint connection);

    [PreserveSig]
    int EnumDAdvise(void** list);
}
