using DrumSpace.Editor.Win32.Interop;

namespace DrumSpace.Editor.Win32;

/// <summary>
/// Reads the files of another program's IDataObject. It calls the object's table directly, so that nothing holds the object after the call.
/// </summary>
/// <remarks>The host's thread.</remarks>
internal static unsafe class DataObjectReader
{
    // Places in the object's table, after the three of IUnknown.
    private const int GetData = 3;
    private const int QueryGetData = 5;

    /// <summary>The form in which files are dragged.</summary>
    public static Ole32.Format FileDrop => new()
    {
        Clipboard = Ole32.FileDropFormat, Aspect = Ole32.Content, Index = -1, Media = Ole32.InGlobalMemory,
    };

    /// <summary>Whether an object holds files.</summary>
    public static bool HasFiles(void* data)
    {
        Ole32.Format format = FileDrop;
        var query = (delegate* unmanaged<void*, Ole32.Format*, int>)Table(data)[QueryGetData];
        return query(data, &format) == Ole32.Ok;
    }

    /// <summary>The paths of the files in an object.</summary>
    public static List<string> FilesOf(void* data)
    {
        Ole32.Format format = FileDrop;
        Ole32.StorageMedium medium = default;
        var get = (delegate* unmanaged<void*, Ole32.Format*, Ole32.StorageMedium*, int>)Table(data)[GetData];
        if (get(data, &format, &medium) < 0)
        {
            return [];
        }

        List<string> paths = medium.Medium == Ole32.InGlobalMemory ? FileDropList.Decode(GlobalMemory.BytesOf(medium.Handle)) : [];
        Ole32.ReleaseStgMedium(&medium);
        return paths;
    }

    private static void** Table(void* data) => *(void***)data;
}
