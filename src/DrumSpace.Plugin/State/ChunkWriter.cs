using System.Text;

namespace DrumSpace.Plugin.State;

/// <summary>Writes little-endian values into memory.</summary>
internal class ChunkWriter() : BinaryWriter(new MemoryStream())
{
    /// <summary>Writes a text: one byte for its length in bytes, then UTF-8.</summary>
    /// <param name="text">At most 255 bytes of UTF-8.</param>
    public void WriteText(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Write(checked((byte)utf8.Length));
        Write(utf8);
    }

    /// <summary>Writes a part with its tag and its length in front.</summary>
    /// <param name="tag">Four ASCII capitals or digits.</param>
    /// <param name="content">The part.</param>
    public void WriteSection(string tag, byte[] content)
    {
        Write(Encoding.ASCII.GetBytes(tag));
        Write((uint)content.Length);
        Write(content);
    }

    /// <summary>All that was written.</summary>
    public byte[] ToArray() => ((MemoryStream)OutStream).ToArray();
}
