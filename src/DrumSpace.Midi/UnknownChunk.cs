namespace DrumSpace.Midi;

/// <summary>A chunk that is neither header nor track, kept unchanged.</summary>
/// <param name="Id">Its four letters.</param>
/// <param name="Content">Its bytes, without id and length.</param>
public sealed record UnknownChunk(string Id, byte[] Content);
