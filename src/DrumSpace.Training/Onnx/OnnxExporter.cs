using DrumSpace.Music;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary>Exports a model's two networks as ONNX models, with the names and shapes of a bundle's files.</summary>
public static class OnnxExporter
{
    /// <summary>The encoder: "pattern" [N, 448], 0 or 1, to "latent" [N, 4], float.</summary>
    /// <returns>The file's bytes.</returns>
    public static byte[] Encoder(PatternModel model)
    {
        var graph = new OnnxGraph("encoder");
        string latent = OnnxNetwork.Of(graph, model.Encoder).Apply(graph.Input("pattern", Pattern.CellCount));
        graph.Output("latent", latent, Latent.Dimensions);
        return graph.Build();
    }

    /// <summary>
    /// The decoder: "latent" [N, 4], and the residual latent "variation" [N, R] if the model has one, to "probabilities" [N, 448], float, 0
    /// to 1. The sigmoid is part of the model.
    /// </summary>
    /// <returns>The file's bytes.</returns>
    public static byte[] Decoder(PatternModel model)
    {
        var graph = new OnnxGraph("decoder");
        string latent = graph.Input("latent", Latent.Dimensions);
        string? residual = model.ResidualSize > 0 ? graph.Input("variation", model.ResidualSize) : null;
        string logits = OnnxNetwork.Of(graph, model.Decoder, residual).Apply(latent);
        graph.Output("probabilities", graph.Add("Sigmoid", "sigmoid", logits), Pattern.CellCount);
        return graph.Build();
    }
}
