using DrumSpace.Engine.Slots;

namespace DrumSpace.Plugin.History;

/// <summary>What makes the beat at one moment. Memories that did not change from one state to the next are one object.</summary>
/// <param name="memory">The memory to begin with.</param>
internal sealed class BeatState(PatternSlots memory)
{
    /// <summary>The values of <see cref="BeatParameters"/>, in their order.</summary>
    public float[] Values { get; } = new float[BeatParameters.Indices.Length];

    /// <summary>The current program.</summary>
    public int Program { get; set; }

    /// <summary>The slots and the locked rows. Not changed while a state has it.</summary>
    public PatternSlots Memory { get; set; } = memory;
}
