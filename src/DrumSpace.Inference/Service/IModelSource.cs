using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Service;

/// <summary>Where a <see cref="ModelService"/> gets its models.</summary>
public interface IModelSource
{
    /// <summary>
    /// Gets a loaded model. Any thread but the audio thread in real time. Where the model cannot be loaded, gives the one that is to play in its
    /// stead.
    /// </summary>
    /// <param name="index">The index of the request.</param>
    /// <param name="mayLoad">
    /// Whether the caller may wait while it is loaded, as in an offline render. If not, it is loaded in the background, and
    /// <see cref="ModelService.Notify"/> is called when it is there.
    /// </param>
    /// <returns>Null while it is being loaded, and when there is no model at all.</returns>
    ModelBundle? Get(int index, bool mayLoad);
}
