using DrumSpace.Music;

namespace DrumSpace.Plugin.State;

/// <summary>A pattern that a state keeps.</summary>
/// <param name="Slot">The slot whose it is, 1 to 8; 0 for the knobs.</param>
/// <param name="Pattern">The pattern, melody included; not changed any more.</param>
internal sealed record SlotPattern(int Slot, PlayablePattern Pattern);
