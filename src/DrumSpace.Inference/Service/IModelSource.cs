using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Service;

/// <summary>
/// Where a <see cref="ModelService"/> gets its models. Where one cannot be loaded, the source gives the one that is to play in its stead.
/// </summary>
/// <remarks>Any thread but the audio thread in real time.</remarks>
public interface IModelSource
{
    /// <summary>The model of an index if it is loaded; null if not, and when there is no model at all. Neither loads nor waits.</summary>
    ModelBundle? Find(int index);

    /// <summary>Loads the model of an index before it returns. Null when there is no model at all.</summary>
    ModelBundle? Load(int index);

    /// <summary>Loads the model of an index in the background, and then calls <see cref="ModelService.Notify"/>.</summary>
    void BeginLoading(int index);
}
