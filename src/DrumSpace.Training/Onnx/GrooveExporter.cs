using DrumSpace.Music;
using DrumSpace.Training.Groove;

namespace DrumSpace.Training.Onnx;

/// <summary>Exports a groove model as an ONNX model.</summary>
public static class GrooveExporter
{
    /// <summary>"pattern" [N, 448], 0 or 1, to "velocity" [N, 448], 0 to 1, and "offset" [N, 448] in steps, -0.5 to 0.5.</summary>
    /// <returns>The file's bytes.</returns>
    public static byte[] Export(GrooveNetwork model)
    {
        var graph = new OnnxGraph("groove");
        string pattern = graph.Input("pattern", Pattern.CellCount);
        string summary = graph.Add("Relu", "summary", OnnxNetwork.Of(graph, model.Trunk).Apply(pattern));
        string velocity = graph.Linear("velocityLayer", summary, model.VelocityLayer);
        string offset = graph.Linear("offsetLayer", summary, model.OffsetLayer);
        graph.Output("velocity", graph.Add("Sigmoid", "velocitySigmoid", velocity), Pattern.CellCount);
        string tanh = graph.Add("Tanh", "offsetTanh", offset);
        graph.Output("offset", graph.Add("Mul", "offsetHalf", tanh, graph.Constant("half", 0.5f)), Pattern.CellCount);
        return graph.Build();
    }
}
