using DrumSpace.Plugin.Kits;

namespace DrumSpace.Plugin.Parameters;

/// <summary>Kit maps by their place in a list.</summary>
/// <param name="kits">The list; asked for when the first text is.</param>
internal sealed class KitScale(Func<KitList> kits) : PlaceScale(KitList.PlaceCount)
{
    /// <inheritdoc/>
    protected override string? TextOf(int place) => kits().TextOf(place);

    /// <inheritdoc/>
    protected override string? NameOf(int place) => kits()[place]?.Name;
}
