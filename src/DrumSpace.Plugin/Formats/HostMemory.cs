using System.Runtime.InteropServices;
using System.Text;

namespace DrumSpace.Plugin.Formats;

/// <summary>Structs and texts that hosts may read as long as the library is loaded. They are never freed.</summary>
internal static unsafe class HostMemory
{
    /// <summary>Keeps a struct.</summary>
    public static T* Keep<T>(in T value)
        where T : unmanaged
    {
        T* kept = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *kept = value;
        return kept;
    }

    /// <summary>Keeps a text as UTF-8 with a closing zero.</summary>
    public static byte* KeepText(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text + "\0");
        byte* kept = (byte*)NativeMemory.Alloc((nuint)utf8.Length);
        utf8.CopyTo(new Span<byte>(kept, utf8.Length));
        return kept;
    }

    /// <summary>Keeps texts as a list that ends with a null.</summary>
    public static byte** KeepList(params ReadOnlySpan<string> texts)
    {
        byte** kept = (byte**)NativeMemory.AllocZeroed((nuint)texts.Length + 1, (nuint)sizeof(byte*));
        for (int number = 0; number < texts.Length; number++)
        {
            kept[number] = KeepText(texts[number]);
        }

        return kept;
    }
}
