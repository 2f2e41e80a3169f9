using System.Text;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Programs;

/// <summary>
/// A named point of the space of beats: the values of the parameters that belong to programs. The values may be read and written by any
/// thread, the audio thread included (a program change arrives there); the name belongs to the main thread.
/// </summary>
public sealed class PluginProgram
{
    /// <summary>The longest name in bytes of UTF-8; VST2 hosts keep 24 bytes with the closing zero.</summary>
    public const int MaxNameBytes = 23;

    private readonly float[] _values = new float[ParameterTable.Count];

    /// <summary>Makes a program of the parameters' defaults.</summary>
    /// <param name="name">Its name.</param>
    public PluginProgram(string name)
    {
        Name = name;
        for (int index = 0; index < _values.Length; index++)
        {
            _values[index] = ParameterTable.All[index].Default;
        }
    }

    /// <summary>The name; at most <see cref="MaxNameBytes"/>. Main thread.</summary>
    public string Name { get; private set; }

    /// <summary>The normalized value of a parameter; meaningful where <see cref="Parameter.BelongsToProgram"/>. Any thread.</summary>
    /// <param name="index">Its index in <see cref="ParameterTable.All"/>.</param>
    public float this[int index]
    {
        get => Volatile.Read(ref _values[index]);
        set => Volatile.Write(ref _values[index], value);
    }

    /// <summary>The normalized value of a parameter. Any thread.</summary>
    /// <param name="parameter">The parameter.</param>
    public float this[Parameter parameter]
    {
        get => this[parameter.Index];
        set => this[parameter.Index] = value;
    }

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
    public PluginProgram Copy()
    {
        PluginProgram copy = new(Name);
        for (int index = 0; index < _values.Length; index++)
        {
            copy[index] = this[index];
        }

        return copy;
    }

    /// <summary>Keeps the current values of the parameters that belong to programs. Any thread; no allocation.</summary>
    /// <param name="values">The current values.</param>
    public void Store(ParameterStore values)
    {
        for (int index = 0; index < _values.Length; index++)
        {
            this[index] = values[index];
        }
    }

    /// <summary>Makes this program's values current. Any thread; no allocation.</summary>
    /// <param name="values">The current values.</param>
    public void Recall(ParameterStore values)
    {
        for (int index = 0; index < _values.Length; index++)
        {
            if (ParameterTable.All[index].BelongsToProgram)
            {
                values[index] = this[index];
            }
        }
    }
}
