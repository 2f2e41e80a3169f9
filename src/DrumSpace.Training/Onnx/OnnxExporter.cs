using DrumSpace.Music;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary>Writes a model's two networks as ONNX model files, with the names and shapes that a bundle's files have.</summary>
public static class OnnxExporter
{
    /// <summary>The encoder: "pattern" [N, 448], 0 or 1, to "latent" [N, 4], float.</summary>
    /// <returns>The file's bytes.</returns>
    public static byte[] Encoder(BeatModel model)
    {
        var graph = new OnnxGraph("encoder", "pattern", Pattern.CellCount);
        AddLayers(graph, model.Encoder);
        return graph.Build("latent", Latent.Dimensions);
    }

    /// <summary>The decoder: "latent" [N, 4] to "probabilities" [N, 448], float, 0 to 1; the sigmoid is inside.</summary>
    /// <returns>The file's bytes.</returns>
    public static byte[] Decoder(BeatModel model)
    {
        var graph = new OnnxGraph("decoder", "latent", Latent.Dimensions);
        AddLayers(graph, model.Decoder);
        graph.AddSigmoid("sigmoid");
        return graph.Build("probabilities", Pattern.CellCount);
    }

    private static void AddLayers(OnnxGraph graph, FeedForward network)
    {
        for (int i = 0; i < network.Layers.Count; i++)
        {
            if (i > 0)
            {
                graph.AddRelu($"relu{i}");
            }

            graph.AddLinear(
                $"linear{i + 1}", ParameterValues.Read(network.Layers[i].weight), ParameterValues.Read(network.Layers[i].bias!));
        }
    }
}
