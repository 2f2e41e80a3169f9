using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Parameters;

/// <summary>Models by their place in a list.</summary>
/// <param name="models">The list; asked for when the first text is.</param>
public sealed class ModelScale(Func<ModelList> models) : PlaceScale(ModelList.PlaceCount)
{
    /// <inheritdoc/>
    protected override string? TextOf(int place) => models()[place]?.Text;

    /// <inheritdoc/>
    protected override string? NameOf(int place) => models()[place]?.Name;
}
