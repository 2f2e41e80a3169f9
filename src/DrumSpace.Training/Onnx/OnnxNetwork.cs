using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary>A network in a graph: its weights once, its layers as often as they are used.</summary>
internal abstract class OnnxNetwork
{
    /// <summary>Adds a network's weights.</summary>
    /// <param name="graph">What to add to.</param>
    /// <param name="network">The network.</param>
    /// <param name="variation">The name of the coordinates of variation, [N, V], for a network that takes them; null to leave them out.</param>
    public static OnnxNetwork Of(OnnxGraph graph, Network network, string? variation = null) => network switch
    {
        FeedForward layers => new OnnxFeedForward(graph, layers),
        HalfBarDecoder halfBars => new OnnxHalfBars(graph, halfBars, variation),
        _ => throw new ArgumentException($"there is no way to write a {network.GetType().Name} as ONNX", nameof(network)),
    };

    /// <summary>Adds the layers.</summary>
    /// <param name="input">What they see, [N, inputs].</param>
    /// <param name="prefix">Comes before the nodes' names, so that layers can be used more than once.</param>
    /// <returns>The name of the last layer's result.</returns>
    public abstract string Apply(string input, string prefix = "");
}
