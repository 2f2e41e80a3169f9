using DrumSpace.Music;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary><see cref="LatentSearch"/> as nodes of a graph.</summary>
internal sealed class OnnxSearch
{
    // TensorProto.DataType.FLOAT, as the attribute of Cast wants it.
    private const long Float = 1;
    private readonly OnnxGraph _graph;
    private readonly OnnxNetwork _decoder;
    private readonly LatentSearch _search;

    /// <summary>Adds the constants.</summary>
    public OnnxSearch(OnnxGraph graph, OnnxNetwork decoder, LatentSearch search)
    {
        _graph = graph;
        _decoder = decoder;
        _search = search;
        int candidates = search.Candidates.Length;
        float[] rows = [.. search.Candidates.SelectMany(latent => Enumerable.Range(0, Latent.Dimensions).Select(axis => latent[axis]))];
        graph.Constant("candidates", rows, candidates, Latent.Dimensions);
        graph.Constant("candidates.beats", search.CandidateBeats, candidates, Pattern.CellCount);
        float[] sizes = new float[candidates];
        for (int i = 0; i < search.CandidateBeats.Length; i++)
        {
            sizes[i / Pattern.CellCount] += search.CandidateBeats[i];
        }

        graph.Constant("candidates.sizes", sizes, 1, candidates);
        graph.Constant("thresholds", search.CellThresholds, 1, 1, Pattern.CellCount);
        graph.Constant("two", 2f);
        graph.Constant("smoothing", LatentSearch.Smoothing);
        graph.Integers("row.shape", -1);
        graph.Integers("axis1", 1);
        graph.Integers("axis2", 2);
        graph.Integers("column.shape", -1, Pattern.CellCount, 1);
        graph.Integers("number.shape", -1, 1, 1);
        graph.Integers("points.shape", -1, Latent.Dimensions);
        graph.Integers("beats.shape", -1, LatentSearch.PointsPerRound, Pattern.CellCount);
    }

    /// <summary>Adds the search.</summary>
    /// <param name="pattern">The name of the patterns' cells, [N, 448].</param>
    /// <returns>The name of the latents, [N, 4].</returns>
    public string Apply(string pattern)
    {
        string meant = _graph.Add("ReduceSum", "meant", pattern, "axis1");
        string beats = _graph.Add("Cast", "candidates.cells", ("to", Float), "candidates.beats");
        string common = _graph.Add("MatMul", "candidates.common", pattern, _graph.Add("Transpose", "candidates.columns", beats));
        string nearest = _graph.Add("ArgMax", "candidates.best", ("axis", 1), Dice("candidates.dice", common, "candidates.sizes", meant));
        nearest = _graph.Add("Reshape", "candidates.row", nearest, "row.shape");
        string latent = _graph.Add("Gather", "candidates.latent", "candidates", nearest);
        string column = _graph.Add("Reshape", "column", pattern, "column.shape");
        string number = _graph.Add("Reshape", "number", meant, "number.shape");
        for (int round = 0; round < _search.Steps.Count; round++)
        {
            latent = Refine($"round{round + 1}.", latent, _search.Steps[round], column, number);
        }

        return latent;
    }

    private string Refine(string prefix, string latent, float[] steps, string column, string meant)
    {
        _graph.Constant(prefix + "steps", steps, 1, LatentSearch.PointsPerRound, Latent.Dimensions);
        string begin = _graph.Add("Unsqueeze", prefix + "begin", latent, "axis1");
        string points = _graph.Add("Add", prefix + "points", begin, prefix + "steps");
        string logits = _decoder.Apply(_graph.Add("Reshape", prefix + "rows", points, "points.shape"), prefix);
        logits = _graph.Add("Reshape", prefix + "logits", logits, "beats.shape");
        string hits = _graph.Add("GreaterOrEqual", prefix + "hits", _graph.Add("Sigmoid", prefix + "sigmoid", logits), "thresholds");
        string said = _graph.Add("Cast", prefix + "said", ("to", Float), hits);
        string common = _graph.Add("MatMul", prefix + "common", said, column);
        string alike = Dice(prefix + "dice", common, _graph.Add("ReduceSum", prefix + "size", said, "axis2"), meant);
        string best = _graph.Add("ArgMax", prefix + "best", ("axis", 1), alike);
        string picks = _graph.Add("Concat", prefix + "picks", ("axis", 2), best, best, best, best);
        string found = _graph.Add("GatherElements", prefix + "found", ("axis", 1), points, picks);
        return _graph.Add("Reshape", prefix + "latent", found, "points.shape");
    }

    private string Dice(string name, string common, string said, string meant)
    {
        string both = _graph.Add("Add", name + ".above", _graph.Add("Mul", name + ".twice", common, "two"), "smoothing");
        string all = _graph.Add("Add", name + ".below", _graph.Add("Add", name + ".sizes", said, meant), "smoothing");
        return _graph.Add("Div", name, both, all);
    }
}
