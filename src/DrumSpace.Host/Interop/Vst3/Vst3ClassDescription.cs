using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>A class of a library.</summary>
/// <param name="Id">The class id.</param>
/// <param name="Name">The name; may be empty.</param>
/// <param name="Vendor">The vendor's name; may be empty.</param>
/// <param name="Version">The version as the vendor writes it; may be empty.</param>
/// <param name="SubCategories">The kinds of plugin, for example "Instrument" and "Synth".</param>
internal sealed record Vst3ClassDescription(Vst3Id Id, string Name, string Vendor, string Version, IReadOnlyList<string> SubCategories)
{
    /// <summary>The class id as 32 hexadecimal digits, the same on each system.</summary>
    public string IdText
    {
        get
        {
            Vst3Id id = Id;
            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<Vst3Id>(in id));
            return new Guid(bytes, bigEndian: !OperatingSystem.IsWindows()).ToString("N").ToUpperInvariant();
        }
    }
}
