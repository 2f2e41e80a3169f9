using System.Text;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Programs;

/// <summary>
/// A named point of the space of beats: the values of the parameters that belong to programs; its other values mean nothing. The values may
/// be read and written by any thread; the name belongs to the main thread.
/// </summary>
public sealed class PluginProgram : ParameterValues
{
    /// <summary>The longest name in bytes of UTF-8; VST2 hosts keep 24 bytes with the closing zero.</summary>
    public const int MaxNameBytes = 23;

    /// <summary>Makes a program of the parameters' defaults.</summary>
    /// <param name="name">Its name, as <see cref="Rename"/> takes it.</param>
    public PluginProgram(string name) => Rename(name);

    private PluginProgram(PluginProgram other)
    {
        Name = other.Name;
        Genre = other.Genre;
        CopyFrom(other);
    }

    /// <summary>The name; at most <see cref="MaxNameBytes"/>. Main thread.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The genre of a program that the factory or a preset brought; empty for none. States do not keep it.</summary>
    public string Genre { get; init; } = "";

    /// <summary>Gives the program another name. Main thread.</summary>
    /// <param name="name">Cut where it is too long; control characters and what is no Unicode are left out.</param>
    public void Rename(string name)
    {
        StringBuilder kept = new();
        int bytes = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            bool printable = !Rune.IsControl(rune) && rune != Rune.ReplacementChar;
            bytes += printable ? rune.Utf8SequenceLength : 0;
            if (bytes > MaxNameBytes)
            {
                break;
            }

            kept.Append(printable ? rune.ToString() : "");
        }

        Name = kept.ToString();
    }

    /// <summary>Makes another program of the same name and values.</summary>
    public PluginProgram Copy() => new(this);
}
