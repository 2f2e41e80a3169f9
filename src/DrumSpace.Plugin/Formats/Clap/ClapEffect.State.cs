using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>The state: the chunk of the bank, the same bytes as in every format. Main thread.</summary>
internal sealed unsafe partial class ClapEffect
{
    // A host's stream may lie about its end; no state is anywhere near this.
    private const int MostStateBytes = 16 << 20;
    private const int ReadBytes = 4096;

    private static readonly ClapPluginState* State = ClapMemory.Keep(new ClapPluginState { Save = &SaveEntry, Load = &LoadEntry });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte SaveEntry(ClapInstance* instance, ClapOutputStream* stream) =>
        OnMainThread(instance, "save", effect => stream != null && Write(stream, effect._core.SaveState(programOnly: false)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte LoadEntry(ClapInstance* instance, ClapInputStream* stream) => OnMainThread(instance, "load", effect =>
    {
        bool taken = stream != null && Read(stream) is { } chunk && effect._core.TryLoadState(chunk);
        if (taken)
        {
            effect._told.ToldAll();
            effect._host.ReportValues();
            effect._host.LogWarning(effect._core.Status);
        }
        else
        {
            effect._host.LogError($"DrumSpace could not take the state and stays as it was; {PluginLog.FilePath} tells why.");
        }

        return taken;
    });

    // Hosts may take as little at once as they like.
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
        while (chunk.Length <= MostStateBytes)
        {
            long read = stream->Read(stream, buffer, ReadBytes);
            if (read == 0)
            {
                return chunk.ToArray();
            }

            if (read is < 0 or > ReadBytes)
            {
                PluginLog.Write($"The host's stream failed after {chunk.Length} bytes of state.");
                return null;
            }

            chunk.Write(new ReadOnlySpan<byte>(buffer, (int)read));
        }

        PluginLog.Write($"A state of more than {MostStateBytes} bytes cannot be.");
        return null;
    }
}
