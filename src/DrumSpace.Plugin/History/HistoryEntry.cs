using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.History;

/// <summary>What shapes the pattern at one moment. Slots that did not change from one entry to the next are one object.</summary>
/// <param name="slots">The slots to begin with.</param>
internal sealed class HistoryEntry(PatternSlots slots)
{
    /// <summary>The normalized values of <see cref="UndoableParameters"/>, in their order.</summary>
    public float[] Values { get; } = new float[UndoableParameters.All.Length];

    /// <summary>The normalized value of one of <see cref="UndoableParameters"/>.</summary>
    public float ValueOf(Parameter parameter) => Values[Array.IndexOf(UndoableParameters.All, parameter)];

    /// <summary>The current program.</summary>
    public int Program { get; set; }

    /// <summary>The slots and the pinned rows. Not changed while an entry has them.</summary>
    public PatternSlots Slots { get; set; } = slots;

    /// <summary>The song's path; null for none.</summary>
    public KnobPath? Path { get; set; }
}
