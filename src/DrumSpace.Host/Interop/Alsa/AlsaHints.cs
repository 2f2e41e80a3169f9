using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.Alsa;

/// <summary>The PCM devices that ALSA's configuration names.</summary>
internal static unsafe class AlsaHints
{
    /// <summary>Each device: its name, its description of one line, and whether it plays and records.</summary>
    public static IReadOnlyList<(string Name, string Description, bool Plays, bool Records)> List()
    {
        List<(string, string, bool, bool)> found = [];
        void** hints;
        fixed (byte* kind = "pcm\0"u8)
        {
            if (Asound.snd_device_name_hint(-1, kind, &hints) < 0)
            {
                return found;
            }
        }

        for (void** hint = hints; *hint != null; hint++)
        {
            // A device without a direction has both.
            string? direction = Get(*hint, "IOID\0"u8);
            if (Get(*hint, "NAME\0"u8) is { Length: > 0 } name and not "null")
            {
                string description = (Get(*hint, "DESC\0"u8) ?? "").ReplaceLineEndings(", ");
                found.Add((name, description, direction != "Input", direction != "Output"));
            }
        }

        _ = Asound.snd_device_name_free_hint(hints);
        return found;
    }

    private static string? Get(void* hint, ReadOnlySpan<byte> id)
    {
        fixed (byte* name = id)
        {
            byte* text = Asound.snd_device_name_get_hint(hint, name);
            string? copy = Marshal.PtrToStringUTF8((nint)text);
            Asound.free(text);
            return copy;
        }
    }
}
