using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>IAttributeList: values by name, of messages, streams and the like; names are null-terminated ASCII.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3AttributeList
{
    /// <summary>The id of IAttributeList.</summary>
    public static readonly Vst3Id Id = new(0x1E5F0AEB, 0xCC7F4533, 0xA2544011, 0x38AD5EE4);

    /// <summary>The functions.</summary>
    public Vst3AttributeListVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3AttributeList"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3AttributeListVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(list, name, value) Sets a whole number.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, long, int> SetInt;

    /// <summary>(list, name, value) Receives a whole number.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, long*, int> GetInt;

    /// <summary>(list, name, value) Sets a number.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, double, int> SetFloat;

    /// <summary>(list, name, value) Receives a number.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, double*, int> GetFloat;

    /// <summary>(list, name, text) Sets a null-terminated text.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, char*, int> SetString;

    /// <summary>(list, name, text, its size in bytes) Receives a text with its null.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, char*, uint, int> GetString;

    /// <summary>(list, name, bytes, size) Sets bytes, which the list copies.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, void*, uint, int> SetBinary;

    /// <summary>(list, name, bytes, size) Receives bytes, which are the list's.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, void**, uint*, int> GetBinary;
}

/// <summary>IStreamAttributes: what a stream is for; a stream of a state may have it. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3StreamAttributes
{
    /// <summary>The id of IStreamAttributes.</summary>
    public static readonly Vst3Id Id = new(0xD6CE2FFC, 0xEFAF4B8C, 0x9E74F1BB, 0x12DA44B4);

    /// <summary>The functions.</summary>
    public Vst3StreamAttributesVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3StreamAttributes"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3StreamAttributesVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(stream, text of 128 characters) Receives the file's name without its path.</summary>
    public delegate* unmanaged[Cdecl]<void*, char*, int> GetFileName;

    /// <summary>(stream) More about it, without a reference.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3AttributeList*> GetAttributes;
}
