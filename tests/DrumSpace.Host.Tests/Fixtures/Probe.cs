using System.Globalization;
using System.Text;

namespace DrumSpace.Host.Tests;

/// <summary>The VST2 plugin in C that records how its host calls it.</summary>
internal static class Probe
{
    public static Vst2Plugin Load() => Vst2Plugin.Load(NativePlugins.Path("probe"));

    /// <summary>A text from the probe: 0 for the last process call, 1 for its counters.</summary>
    public static string Text(Vst2Plugin probe, int index)
    {
        byte[] bytes = new byte[1024];
        Assert.Equal(1, probe.VendorSpecific(index, 0, bytes));
        return Encoding.UTF8.GetString(bytes.AsSpan(0, Array.IndexOf(bytes, (byte)0)));
    }

    /// <summary>A field of the last process call, for example "ppq".</summary>
    public static string Field(Vst2Plugin probe, string name) =>
        Text(probe, 0).Split(' ').Single(field => field.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    public static double Number(Vst2Plugin probe, string name) => double.Parse(Field(probe, name), CultureInfo.InvariantCulture);
}
