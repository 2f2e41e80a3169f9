using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// The plugin's own interface for tests and benchmarks: after the functions of FUnknown one function (interface, number of a
/// <see cref="Diagnostic"/>) that returns 64 bits. Any thread but the audio thread.
/// </summary>
internal static unsafe class Vst3Diagnostics
{
    /// <summary>The interface's id.</summary>
    public static readonly Vst3Id Id = new(0x44725370, 0x64696167, 0x6E6F7374, 0x69637301);

    /// <summary>The functions.</summary>
    public static Table* Pointer { get; } = HostMemory.Keep(new Table { Unknown = Vst3Object.Unknown, Read = &ReadEntry });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long ReadEntry(void* self, int diagnostic) => Vst3Plugin.Of(self)?.Processor.Read((Diagnostic)diagnostic) ?? -1;

    /// <summary>The functions.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Table
    {
        /// <summary>The functions of FUnknown.</summary>
        public Vst3UnknownVtbl Unknown;

        /// <summary>(interface, number) The answer; -1 for an unknown number.</summary>
        public delegate* unmanaged[Cdecl]<void*, int, long> Read;
    }
}
