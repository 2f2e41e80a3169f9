namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>Texts for a host's buffers, whose sizes VST 2.4 only promises.</summary>
internal static unsafe class Vst2Text
{
    /// <summary>The size of a buffer for a parameter's unit or value; hosts often have more, the oldest no more.</summary>
    public const int ValueSize = 8;

    /// <summary>The size of a buffer for the name of a program or parameter.</summary>
    public const int NameSize = 24;

    /// <summary>The size of a buffer for the effect's name.</summary>
    public const int EffectSize = 32;

    /// <summary>The size of a buffer for the name of a vendor or product.</summary>
    public const int VendorSize = 64;

    /// <summary>Writes a text as <see cref="HostText.Write"/> does.</summary>
    /// <returns>The dispatcher's answer: 1, or 0 without a buffer.</returns>
    public static nint Write(byte* buffer, int size, string text) => HostText.Write(buffer, size, text) ? 1 : 0;
}
