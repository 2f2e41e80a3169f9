using DrumSpace.Music;

namespace DrumSpace.Editor.Model;

/// <summary>The learnt space of the model that plays.</summary>
public interface IEditorSpace
{
    /// <summary>The model's map; null for a model without one, or before it is loaded. Another model has another object.</summary>
    SpaceMap? Map { get; }

    /// <summary>What the four axes mean; empty where the model does not say.</summary>
    IReadOnlyList<AxisName> Axes { get; }

    /// <summary>The path that is drawn through the space: none, or 2 to 64 points.</summary>
    IReadOnlyList<Knobs> Path { get; set; }

    /// <summary>The coordinates, seed and variation as a line of text. Allocates.</summary>
    string Point { get; }

    /// <summary>Decodes the pattern of a place, for a preview.</summary>
    /// <param name="knobs">The place.</param>
    /// <param name="into">Written over.</param>
    /// <returns>False while there is no model.</returns>
    bool TryDecode(in Knobs knobs, DecodedPattern into);

    /// <summary>
    /// Finds the places whose patterns are most like that of a MIDI file. Takes up to some seconds; allocates. Any thread but the audio
    /// thread.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>The best first, at most eight; none for a bad file, and then the status tells why.</returns>
    IReadOnlyList<FoundPlace> Find(string path);

    /// <summary>Goes to the place that a line of text names. A bad line changes nothing, and the status tells why.</summary>
    /// <param name="line">As <see cref="Point"/> writes it.</param>
    /// <returns>Whether it was one.</returns>
    bool GoTo(string line);
}
