using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DrumSpace.Editor.Win32.Interop;

/// <summary>IDropSource (oleidl.h): decides when a drag ends. It is partial because the compiler adds COM's part.</summary>
[GeneratedComInterface]
[Guid("00000121-0000-0000-C000-000000000046")]
internal partial interface IOleDropSource
{
    [PreserveSig]
    int QueryContinueDrag(int isEscapePressed, uint keys);

    [PreserveSig]
    int GiveFeedback(uint effect);
}
