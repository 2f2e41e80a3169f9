using DrumSpace.Music;

namespace DrumSpace.Inference.Service;

/// <summary>A reply that is known without a model, because a song was saved with it. Neither is changed any more.</summary>
/// <param name="Request">What it answers.</param>
/// <param name="Reply">The reply, melody included.</param>
public sealed record KnownReply(PatternRequest Request, PlayablePattern Reply);
