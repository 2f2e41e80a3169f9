using System.Runtime.InteropServices;
using DrumSpace.Editor.Win32.Interop;

namespace DrumSpace.Editor.Win32;

/// <summary>Puts text into the clipboard, which keeps it, and reads it.</summary>
/// <remarks>The host's thread.</remarks>
internal static unsafe class Win32Clipboard
{
    // Another program has the clipboard open for a moment, most of all one that records its history.
    private const int Tries = 5;

    /// <summary>Puts a text into the clipboard.</summary>
    /// <param name="window">The window that owns it then.</param>
    /// <param name="text">The text.</param>
    /// <returns>Whether that worked.</returns>
    public static bool TryCopy(nint window, string text)
    {
        if (!TryOpen(window))
        {
            return false;
        }

        // With its final zero, which a string has in memory as well.
        fixed (char* characters = text)
        {
            nint memory = GlobalMemory.Of(new ReadOnlySpan<byte>(characters, (text.Length + 1) * sizeof(char)));
            _ = User32.EmptyClipboard();
            bool isTaken = memory != 0 && User32.SetClipboardData(User32.UnicodeText, memory) != 0;
            if (memory != 0 && !isTaken)
            {
                _ = Kernel32.GlobalFree(memory);
            }

            _ = User32.CloseClipboard();
            return isTaken;
        }
    }

    /// <summary>Reads the clipboard's text.</summary>
    /// <param name="window">The window that asks.</param>
    /// <returns>Empty where there is none, or another program keeps the clipboard open.</returns>
    public static string Read(nint window)
    {
        if (!TryOpen(window))
        {
            return "";
        }

        // The clipboard's memory stays its own.
        nint memory = User32.GetClipboardData(User32.UnicodeText);
        byte[] bytes = memory == 0 ? [] : GlobalMemory.BytesOf(memory);
        _ = User32.CloseClipboard();
        ReadOnlySpan<char> all = MemoryMarshal.Cast<byte, char>(bytes);
        int end = all.IndexOf('\0');
        return new string(end < 0 ? all : all[..end]);
    }

    private static bool TryOpen(nint window)
    {
        for (int i = 0; i < Tries; i++)
        {
            if (User32.OpenClipboard(window) != 0)
            {
                return true;
            }

            Thread.Sleep(1);
        }

        return false;
    }
}
