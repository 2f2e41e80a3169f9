using DrumSpace.Engine.Slots;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.State;

/// <summary>What a state holds, checked and not yet taken. Main thread.</summary>
internal sealed record PluginState
{
    /// <summary>Whether it is of one program alone, as some hosts save a preset, instead of all.</summary>
    public required bool IsProgram { get; init; }

    /// <summary>The values of the parameters that belong to no program.</summary>
    public required ParameterValues Song { get; init; }

    /// <summary>Whether <see cref="Song"/> came with the switch of the slot keys: states from before it lack it.</summary>
    public bool HasSlotKeysSwitch { get; init; }

    /// <summary>The programs; one where <see cref="IsProgram"/>.</summary>
    public required IReadOnlyList<PluginProgram> Programs { get; init; }

    /// <summary>The current program's index.</summary>
    public int Current { get; init; }

    /// <summary>The slots and the pinned rows.</summary>
    public PatternSlots Slots { get; init; } = new();

    /// <summary>
    /// The patterns that the settings lead to, melody included: of the knobs (slot 0) and of filled slots that ask for another. Those whose
    /// model was not loaded when the state was saved are missing.
    /// </summary>
    public IReadOnlyList<SlotPattern> Patterns { get; init; } = [];

    /// <summary>All other sections, in their order.</summary>
    public IReadOnlyList<StateSection> Sections { get; init; } = [];
}
