using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>
/// TUID: the 16 bytes that identify an interface or a class. They are written as four words; in memory each word has its highest byte
/// first, but on Windows the first two lie as in a GUID of COM.
/// </summary>
/// <remarks>
/// This folder describes VST 3 in the project's own words, a file for each header of its interfaces. An interface is a struct with a
/// pointer to its table of functions, which begins with the table of the interface that it extends; the first argument of every function
/// is the interface's address. Layouts are those of 64-bit systems: natural alignment, and the one calling convention that there is.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Vst3Id
{
    private readonly uint _first;
    private readonly uint _second;
    private readonly uint _third;
    private readonly uint _fourth;

    /// <summary>Makes the id of four words, as this system has it.</summary>
    public Vst3Id(uint first, uint second, uint third, uint fourth)
        : this(first, second, third, fourth, OperatingSystem.IsWindows())
    {
    }

    /// <summary>Makes the id of four words.</summary>
    /// <param name="first">The first word.</param>
    /// <param name="second">The second word.</param>
    /// <param name="third">The third word.</param>
    /// <param name="fourth">The fourth word.</param>
    /// <param name="isGuid">Whether the first two words lie as in a GUID of COM.</param>
    public Vst3Id(uint first, uint second, uint third, uint fourth, bool isGuid)
    {
        _first = isGuid ? first : BinaryPrimitives.ReverseEndianness(first);
        _second = isGuid ? BitOperations.RotateLeft(second, 16) : BinaryPrimitives.ReverseEndianness(second);
        _third = BinaryPrimitives.ReverseEndianness(third);
        _fourth = BinaryPrimitives.ReverseEndianness(fourth);
    }
}

/// <summary>tresult: what most functions return. On Windows the errors are those of COM.</summary>
public static class Vst3Result
{
    /// <summary>kResultOk, kResultTrue: success, or yes.</summary>
    public const int Ok = 0;

    /// <summary>kResultFalse: no.</summary>
    public const int False = 1;

    /// <summary>kNoInterface: the object has no such interface.</summary>
    public static int NoInterface => OperatingSystem.IsWindows() ? unchecked((int)0x80004002) : -1;

    /// <summary>kInvalidArgument.</summary>
    public static int InvalidArgument => OperatingSystem.IsWindows() ? unchecked((int)0x80070057) : 2;

    /// <summary>kNotImplemented.</summary>
    public static int NotImplemented => OperatingSystem.IsWindows() ? unchecked((int)0x80004001) : 3;

    /// <summary>kInternalError.</summary>
    public static int InternalError => OperatingSystem.IsWindows() ? unchecked((int)0x80004005) : 4;

    /// <summary>kNotInitialized.</summary>
    public static int NotInitialized => OperatingSystem.IsWindows() ? unchecked((int)0x8000FFFF) : 5;

    /// <summary>kOutOfMemory.</summary>
    public static int OutOfMemory => OperatingSystem.IsWindows() ? unchecked((int)0x8007000E) : 6;
}

/// <summary>FUnknown: the interface that all others extend. Any thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3Unknown
{
    /// <summary>The id of FUnknown.</summary>
    public static readonly Vst3Id Id = new(0x00000000, 0x00000000, 0xC0000000, 0x00000046);

    /// <summary>The functions.</summary>
    public Vst3UnknownVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3Unknown"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3UnknownVtbl
{
    /// <summary>(interface, id, receives an interface) Another of the same object, with a reference; null and an error if none.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Id*, void**, int> QueryInterface;

    /// <summary>(interface) Adds a reference; returns their number.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint> AddRef;

    /// <summary>(interface) Takes a reference away; returns how many are left. The last one ends the object.</summary>
    public delegate* unmanaged[Cdecl]<void*, uint> Release;
}
