namespace DrumSpace.Plugin.State;

/// <summary>The bytes that one topic keeps in a state.</summary>
/// <param name="Tag">The topic's name: four ASCII capitals or digits.</param>
/// <param name="Offset">Where they begin in the chunk that they were read from; 0 where they were not.</param>
/// <param name="Content">The bytes.</param>
internal sealed record StateSection(string Tag, int Offset, byte[] Content);
