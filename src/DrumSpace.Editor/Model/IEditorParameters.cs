namespace DrumSpace.Editor.Model;

/// <summary>The parameters of an instance. What a hand does between <see cref="Begin"/> and <see cref="End"/> is one gesture.</summary>
public interface IEditorParameters
{
    /// <summary>All parameters, each at its index.</summary>
    IReadOnlyList<EditorParameter> All { get; }

    /// <summary>A normalized value, 0 to 1, without modulation.</summary>
    /// <param name="index">The parameter's index.</param>
    float this[int index] { get; }

    /// <summary>What lies over a value: modulation by the host, which is played and neither saved nor shown as the value.</summary>
    /// <param name="index">The parameter's index.</param>
    float ModulationOf(int index);

    /// <summary>A hand takes a parameter.</summary>
    void Begin(int index);

    /// <summary>Sets a parameter, at once for the sound, and for the host as soon as it listens.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <param name="value">Normalized, 0 to 1.</param>
    void Set(int index, float value);

    /// <summary>The hand lets a parameter go.</summary>
    void End(int index);

    /// <summary>A value as a text with its unit. Allocates.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <param name="value">Normalized, 0 to 1.</param>
    string Format(int index, float value);

    /// <summary>The value that a text means. Allocates.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <param name="text">With or without the unit.</param>
    /// <param name="value">Normalized, 0 to 1.</param>
    /// <returns>False for a text that means none.</returns>
    bool TryParse(int index, string text, out float value);

    /// <summary>The values of a parameter with steps, by name, those that mean nothing now left out. Allocates.</summary>
    /// <param name="index">The parameter's index.</param>
    IReadOnlyList<EditorOption> OptionsOf(int index);

    /// <summary>Maps the next controller that moves to a parameter.</summary>
    void Learn(int index);

    /// <summary>Waits for no controller any more.</summary>
    void StopLearning();

    /// <summary>Forgets the controllers that are mapped to a parameter.</summary>
    void Forget(int index);

    /// <summary>The parameter that waits for a controller; -1 for none.</summary>
    int Learning { get; }
}
