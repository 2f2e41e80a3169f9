using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary>A network in a graph.</summary>
internal abstract class OnnxNetwork
{
    /// <summary>Adds a network's weights.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="network">The network.</param>
    /// <param name="residual">The name of the residual latent, [N, R], for a network that takes one; null for 0.</param>
    public static OnnxNetwork Of(OnnxGraph graph, Network network, string? residual = null) => network switch
    {
        FeedForward layers => new OnnxFeedForward(graph, layers),
        HalfBarDecoder halfBars => new OnnxHalfBars(graph, halfBars, residual),
        _ => throw new ArgumentException($"a {network.GetType().Name} cannot be exported as ONNX", nameof(network)),
    };

    /// <summary>Adds the layers.</summary>
    /// <param name="input">The name of their input, [N, inputs].</param>
    /// <returns>The name of their output.</returns>
    public abstract string Apply(string input);
}
