using DrumSpace.Music;
using DrumSpace.Training.Common;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary>Writes the decoder of common beats as an ONNX model file.</summary>
public static class CommonExporter
{
    /// <summary>
    /// "latent" [N, 4] and "family" [N, 8], 1 at the family's number and 0 elsewhere, to "probabilities" [N, 448], 0 to 1.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="thresholds">
    /// The 14 thresholds of the bundle's model, one a voice: what is one half in the model is the voice's threshold in the file, so that one
    /// set of thresholds serves both decoders.
    /// </param>
    /// <returns>The file's bytes.</returns>
    public static byte[] Export(CommonModel model, IReadOnlyList<float> thresholds)
    {
        var graph = new OnnxGraph("common");
        string latent = graph.Input("latent", Latent.Dimensions), family = graph.Input("family", BeatVariation.CommonFamilies);
        string trunk = new OnnxFeedForward(graph, model.Trunk, "trunk.").Apply(latent);
        float[] weight = ParameterValues.Read(model.Family.weight);
        string families = graph.Constant("family.weight", weight, weight.Length / BeatVariation.CommonFamilies, BeatVariation.CommonFamilies);
        string heard = graph.Add("Relu", "heard", graph.Linear("family", family, families, trunk));
        float[] moves = [.. Enumerable.Range(0, Pattern.CellCount).Select(cell => Logit(thresholds[cell % Pattern.VoiceCount]))];
        string logits = new OnnxFeedForward(graph, model.Beat, "beat.", moves).Apply(heard);
        graph.Output("probabilities", graph.Add("Sigmoid", "sigmoid", logits), Pattern.CellCount);
        return graph.Build();
    }

    private static float Logit(float probability) => MathF.Log(probability / (1 - probability));
}
