using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop;

/// <summary>
/// A state on its way to or from a plugin. It moves in pieces, as the interface allows: a plugin that expects all at once is found out.
/// </summary>
internal static unsafe class ClapStream
{
    private const int Piece = 1000;

    /// <summary>Takes a plugin's state; null where it gives none.</summary>
    public static byte[]? Save(ClapLibrary plugin)
    {
        using MemoryStream bytes = new();
        GCHandle handle = GCHandle.Alloc(bytes);
        try
        {
            ClapOutputStream stream = new() { Context = (void*)GCHandle.ToIntPtr(handle), Write = &Write };
            return plugin.State->Save(plugin.Instance, &stream) != 0 ? bytes.ToArray() : null;
        }
        finally
        {
            handle.Free();
        }
    }

    /// <summary>Gives a plugin a state; whether it took it.</summary>
    public static bool Load(ClapLibrary plugin, ReadOnlySpan<byte> state)
    {
        using MemoryStream bytes = new(state.ToArray());
        GCHandle handle = GCHandle.Alloc(bytes);
        try
        {
            ClapInputStream stream = new() { Context = (void*)GCHandle.ToIntPtr(handle), Read = &Read };
            return plugin.State->Load(plugin.Instance, &stream) != 0;
        }
        finally
        {
            handle.Free();
        }
    }

    private static MemoryStream? Of(void* context) => GCHandle.FromIntPtr((nint)context).Target as MemoryStream;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Write(ClapOutputStream* stream, void* buffer, ulong size)
    {
        int taken = (int)Math.Min(size, Piece);
        Of(stream->Context)?.Write(new ReadOnlySpan<byte>(buffer, taken));
        return taken;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Read(ClapInputStream* stream, void* buffer, ulong size) =>
        Of(stream->Context)?.Read(new Span<byte>(buffer, (int)Math.Min(size, Piece))) ?? -1;
}
