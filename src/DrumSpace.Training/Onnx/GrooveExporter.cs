using DrumSpace.Inference.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Groove;

namespace DrumSpace.Training.Onnx;

/// <summary>Exports a groove as an ONNX model.</summary>
public static class GrooveExporter
{
    /// <summary>
    /// "pattern" [N, 448], 0 or 1, "tempo" [N, 1] by <see cref="GrooveTempo.Scale"/> and "take" [N, 1374], standard normal numbers or zeros,
    /// to "velocity" [N, 448], 0 to 1, and "offset" [N, 448] in steps, -0.5 to 0.5.
    /// </summary>
    /// <returns>The file's bytes.</returns>
    public static byte[] Export(GroovePlayer player)
    {
        var graph = new OnnxGraph("groove");
        string pattern = graph.Input("pattern", Pattern.CellCount);
        string tempo = graph.Input("tempo", 1), take = graph.Input("take", GrooveModel.TakeWidth);
        string logits = OnnxNetwork.Of(graph, player.Network.Layers).Apply(Rows(graph, pattern, tempo));
        string[] shares = graph.Split("shares", graph.Add("Sigmoid", "sigmoid", logits), GrooveQuantiles.Count);
        var quantiles = new OnnxQuantiles(graph);
        string[] values = graph.Split("values", quantiles.At(shares, quantiles.Scores(take, player)), 2);
        string cells = graph.Integers("cells.shape", -1, Pattern.CellCount);
        graph.Output("velocity", graph.Add("Reshape", "velocities", values[0], cells), Pattern.CellCount);
        string offset = graph.Add("Sub", "offsets.centred", values[1], graph.Constant("offset.shift", GrooveDistribution.OffsetShift));
        graph.Output("offset", graph.Add("Reshape", "offsets", offset, cells), Pattern.CellCount);
        return graph.Build();
    }

    // The rows of the 32 steps: each takes its columns from the pattern, its densities, the tempo, a zero and a one.
    private static string Rows(OnnxGraph graph, string pattern, string tempo)
    {
        const int densityColumn = Pattern.CellCount, tempoColumn = densityColumn + Pattern.VoiceCount;
        const int zeroColumn = tempoColumn + 1, oneColumn = zeroColumn + 1;
        string zero = graph.Add("Mul", "zero", tempo, graph.Constant("zero.factor", 0f));
        string one = graph.Add("Add", "one", zero, graph.Constant("one.term", 1f));
        long[] columns = new long[Pattern.StepCount * GrooveRow.Width];
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            Span<long> row = columns.AsSpan(step * GrooveRow.Width, GrooveRow.Width);
            row.Fill(zeroColumn);
            for (int column = 0; column < GrooveRow.Density; column++)
            {
                row[column] = GrooveRow.CellAt(column, step);
            }

            for (int voice = 0; voice < Pattern.VoiceCount; voice++)
            {
                row[GrooveRow.Density + voice] = densityColumn + voice;
            }

            row[GrooveRow.Place + step % Pattern.StepsPerBar] = oneColumn;
            row[GrooveRow.Tempo] = tempoColumn;
        }

        string all = graph.Concat("columns", pattern, Densities(graph, pattern), tempo, zero, one);
        string gathered = graph.Add("Gather", "turned", ("axis", 1), all, graph.Integers("turned.columns", columns));
        return graph.Add("Reshape", "rows", gathered, graph.Integers("rows.shape", -1, GrooveRow.Width));
    }

    private static string Densities(OnnxGraph graph, string pattern)
    {
        float[] weights = new float[Pattern.VoiceCount * Pattern.CellCount];
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            weights[cell % Pattern.VoiceCount * Pattern.CellCount + cell] = 1f / Pattern.StepCount;
        }

        return graph.Linear("densities", pattern, weights, [], Pattern.VoiceCount);
    }
}
