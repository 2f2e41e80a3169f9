using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>Saves and restores a plugin's state. Each call moves 1000 bytes at most, which finds plugins that do not loop.</summary>
internal static unsafe class ClapStream
{
    private const int MaxBytes = 1000;

    /// <summary>The plugin's state; empty if it fails.</summary>
    public static byte[] Save(ClapHandle plugin)
    {
        using MemoryStream bytes = new();
        using GCHandle<MemoryStream> handle = new(bytes);
        ClapOutputStream stream = new() { Context = (void*)GCHandle<MemoryStream>.ToIntPtr(handle), Write = &Write };
        return plugin.State->Save(plugin.Instance, &stream) != 0 ? bytes.ToArray() : [];
    }

    /// <summary>Restores a state; whether the plugin took it.</summary>
    public static bool Load(ClapHandle plugin, ReadOnlySpan<byte> state)
    {
        using MemoryStream bytes = new(state.ToArray());
        using GCHandle<MemoryStream> handle = new(bytes);
        ClapInputStream stream = new() { Context = (void*)GCHandle<MemoryStream>.ToIntPtr(handle), Read = &Read };
        return plugin.State->Load(plugin.Instance, &stream) != 0;
    }

    private static MemoryStream Of(void* context) => GCHandle<MemoryStream>.FromIntPtr((nint)context).Target;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Write(ClapOutputStream* stream, void* buffer, ulong size)
    {
        int count = (int)Math.Min(size, MaxBytes);
        try
        {
            Of(stream->Context).Write(new ReadOnlySpan<byte>(buffer, count));
            return count;
        }
        catch (Exception e) when (e is IOException or OutOfMemoryException)
        {
            // The state is larger than a stream holds.
            return -1;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Read(ClapInputStream* stream, void* buffer, ulong size) =>
        Of(stream->Context).Read(new Span<byte>(buffer, (int)Math.Min(size, MaxBytes)));
}
