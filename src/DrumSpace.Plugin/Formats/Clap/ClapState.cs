using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>The state extension: the chunk of the bank, the same bytes in every format. Main thread.</summary>
internal static unsafe class ClapState
{
    // Far above any state; a host's stream may never report its end.
    private const int MaxStateBytes = 16 << 20;
    private const int ReadBytes = 4096;

    /// <summary>The extension.</summary>
    public static ClapPluginState* Struct { get; } = ClapMemory.Keep(new ClapPluginState { Save = &SaveEntry, Load = &LoadEntry });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte SaveEntry(ClapInstance* instance, ClapOutputStream* stream) =>
        ClapPlugin.OnMainThread(instance, "save", plugin => stream != null && Write(stream, plugin.Core.SaveState(programOnly: false)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte LoadEntry(ClapInstance* instance, ClapInputStream* stream) => ClapPlugin.OnMainThread(instance, "load", plugin =>
    {
        if (stream == null || Read(stream) is not { } chunk || !plugin.Core.TryLoadState(chunk))
        {
            plugin.Host.LogError($"DrumSpace could not take the state and stays as it was; {PluginLog.FilePath} tells why.");
            return false;
        }

        plugin.Processor.Mirror.ConfirmAll();
        plugin.Host.RescanValues();
        plugin.Host.LogWarning(plugin.Core.Status);
        return true;
    });

    // Hosts may take as few bytes at once as they like.
    private static bool Write(ClapOutputStream* stream, ReadOnlySpan<byte> chunk)
    {
        fixed (byte* bytes = chunk)
        {
            for (int written = 0; written < chunk.Length;)
            {
                long taken = stream->Write(stream, bytes + written, (ulong)(chunk.Length - written));
                if (taken <= 0 || taken > chunk.Length - written)
                {
                    return false;
                }

                written += (int)taken;
            }
        }

        return true;
    }

    private static byte[]? Read(ClapInputStream* stream)
    {
        using MemoryStream chunk = new();
        byte* buffer = stackalloc byte[ReadBytes];
        long read;
        while ((read = stream->Read(stream, buffer, ReadBytes)) is > 0 and <= ReadBytes && chunk.Length <= MaxStateBytes)
        {
            chunk.Write(new ReadOnlySpan<byte>(buffer, (int)read));
        }

        if (read == 0)
        {
            return chunk.ToArray();
        }

        PluginLog.Write($"The host's stream failed after {chunk.Length} bytes, or does not end; no state has more than {MaxStateBytes}.");
        return null;
    }
}
