using DrumSpace.Music;

namespace DrumSpace.Engine.Patterns;

/// <summary>A pattern that a song kept beside its settings, so that it opens as it sounded.</summary>
/// <param name="Pattern">The pattern; must not be changed any more.</param>
/// <param name="IsFinal">
/// Whether it plays until a setting changes that decides the pattern, because the model that made it is another now or missing. If not, the
/// model's own reply takes over from it as from any other pattern.
/// </param>
public sealed record LoadedPattern(PlayablePattern Pattern, bool IsFinal);
