using System.Runtime.InteropServices.Marshalling;
using DrumSpace.Editor.Win32.Interop;

namespace DrumSpace.Editor.Win32;

/// <summary>What is dragged: one file, as CF_HDROP. It is partial because the compiler adds COM's part.</summary>
/// <param name="path">The full path.</param>
/// <remarks>Calls come on the host's thread. The target may keep the object after the drag.</remarks>
[GeneratedComClass]
internal sealed unsafe partial class FileDataObject(string path) : IOleDataObject
{
    private readonly byte[] _list = FileDropList.Encode(path);

    /// <inheritdoc/>
    public int GetData(Ole32.Format* format, Ole32.StorageMedium* medium)
    {
        *medium = default;
        if (!IsOurs(format))
        {
            return Ole32.UnknownFormat;
        }

        nint memory = GlobalMemory.Of(_list);
        *medium = new Ole32.StorageMedium { Medium = memory == 0 ? 0 : Ole32.InGlobalMemory, Handle = memory };
        return memory == 0 ? Ole32.OutOfMemory : Ole32.Ok;
    }

    /// <inheritdoc/>
    public int GetDataHere(Ole32.Format* format, Ole32.StorageMedium* medium) => Ole32.NotImplemented;

    /// <inheritdoc/>
    public int QueryGetData(Ole32.Format* format) => IsOurs(format) ? Ole32.Ok : Ole32.UnknownFormat;

    /// <inheritdoc/>
    public int GetCanonicalFormatEtc(Ole32.Format* asked, Ole32.Format* answer)
    {
        *answer = *asked;
        answer->Device = 0;
        return Ole32.SameFormat;
    }

    /// <inheritdoc/>
    public int SetData(Ole32.Format* format, Ole32.StorageMedium* medium, int isGivenAway) => Ole32.NotImplemented;

    /// <inheritdoc/>
    public int EnumFormatEtc(uint direction, void** list)
    {
        *list = null;
        Ole32.Format format = DataObjectReader.FileDrop;
        return direction == Ole32.ForGet ? Shell32.SHCreateStdEnumFmtEtc(1, &format, list) : Ole32.NotImplemented;
    }

    /// <inheritdoc/>
    public int DAdvise(Ole32.Format* format, uint flags, void* sink, uint* connection) => Ole32.NoAdvise;

    /// <inheritdoc/>
    public int DUnadvise(uint connection) => Ole32.NoAdvise;

    /// <inheritdoc/>
    public int EnumDAdvise(void** list)
    {
        *list = null;
        return Ole32.NoAdvise;
    }

    private static bool IsOurs(Ole32.Format* format) => format->Clipboard == Ole32.FileDropFormat
        && (format->Media & Ole32.InGlobalMemory) != 0 && format->Aspect == Ole32.Content;
}
