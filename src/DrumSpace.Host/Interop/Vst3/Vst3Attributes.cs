using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>IAttributeList: values by name. One thread at a time.</summary>
internal sealed unsafe class Vst3Attributes : Vst3HostObject
{
    private static readonly nint List = Table(new Vst3AttributeListVtbl
    {
        Unknown = Unknown,
        SetInt = &SetInt,
        GetInt = &GetInt,
        SetFloat = &SetFloat,
        GetFloat = &GetFloat,
        SetString = &SetString,
        GetString = &GetString,
        SetBinary = &SetBinary,
        GetBinary = &GetBinary,
    });

    private readonly Dictionary<string, long> _integers = [];
    private readonly Dictionary<string, double> _numbers = [];
    private readonly Dictionary<string, string> _texts = [];

    // In native memory, because plugins get the list's own bytes.
    private readonly Dictionary<string, (nint Bytes, uint Size)> _binaries = [];

    public Vst3Attributes()
        : base((Vst3AttributeList.Id, List))
    {
    }

    protected override void Free()
    {
        foreach ((nint bytes, _) in _binaries.Values)
        {
            NativeMemory.Free((void*)bytes);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetInt(void* face, byte* name, long value) => Set(Of<Vst3Attributes>(face)._integers, name, value);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetInt(void* face, byte* name, long* value) => Get(Of<Vst3Attributes>(face)._integers, name, value);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetFloat(void* face, byte* name, double value) => Set(Of<Vst3Attributes>(face)._numbers, name, value);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetFloat(void* face, byte* name, double* value) => Get(Of<Vst3Attributes>(face)._numbers, name, value);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetString(void* face, byte* name, char* text) =>
        text == null ? Vst3Result.InvalidArgument : Set(Of<Vst3Attributes>(face)._texts, name, new string(text));

    // A text that does not fit is cut.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetString(void* face, byte* name, char* text, uint size)
    {
        int room = (int)Math.Min(size / sizeof(char), int.MaxValue);
        if (text == null || room == 0 || Vst3Texts.Name(name) is not { } key)
        {
            return Vst3Result.InvalidArgument;
        }

        if (!Of<Vst3Attributes>(face)._texts.TryGetValue(key, out string? value))
        {
            return Vst3Result.False;
        }

        int length = Math.Min(value.Length, room - 1);
        value.AsSpan(0, length).CopyTo(new Span<char>(text, length));
        text[length] = '\0';
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetBinary(void* face, byte* name, void* bytes, uint size)
    {
        if ((bytes == null && size > 0) || Vst3Texts.Name(name) is not { } key)
        {
            return Vst3Result.InvalidArgument;
        }

        void* copy;
        try
        {
            copy = NativeMemory.Alloc(Math.Max(size, 1));
        }
        catch (OutOfMemoryException)
        {
            return Vst3Result.OutOfMemory;
        }

        NativeMemory.Copy(bytes, copy, size);
        Dictionary<string, (nint Bytes, uint Size)> binaries = Of<Vst3Attributes>(face)._binaries;
        if (binaries.TryGetValue(key, out (nint Bytes, uint Size) old))
        {
            NativeMemory.Free((void*)old.Bytes);
        }

        binaries[key] = ((nint)copy, size);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetBinary(void* face, byte* name, void** bytes, uint* size)
    {
        if (bytes == null || size == null || Vst3Texts.Name(name) is not { } key)
        {
            return Vst3Result.InvalidArgument;
        }

        bool isThere = Of<Vst3Attributes>(face)._binaries.TryGetValue(key, out (nint Bytes, uint Size) value);
        *bytes = (void*)value.Bytes;
        *size = value.Size;
        return isThere ? Vst3Result.Ok : Vst3Result.False;
    }

    private static int Set<T>(Dictionary<string, T> values, byte* name, T value)
    {
        if (Vst3Texts.Name(name) is not { } key)
        {
            return Vst3Result.InvalidArgument;
        }

        values[key] = value;
        return Vst3Result.Ok;
    }

    private static int Get<T>(Dictionary<string, T> values, byte* name, T* value)
        where T : unmanaged
    {
        if (value == null || Vst3Texts.Name(name) is not { } key)
        {
            return Vst3Result.InvalidArgument;
        }

        return values.TryGetValue(key, out *value) ? Vst3Result.Ok : Vst3Result.False;
    }
}
