using DrumSpace.Music;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Onnx;

/// <summary><see cref="LatentSearch"/> as nodes of a graph.</summary>
internal sealed class OnnxSearch
{
    // TensorProto.DataType.FLOAT, for the attribute of Cast.
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
        graph.Constant("candidates.beats", search.CandidatePatterns, candidates, Pattern.CellCount);
        float[] sizes = new float[candidates];
        for (int i = 0; i < search.CandidatePatterns.Length; i++)
        {
            sizes[i / Pattern.CellCount] += search.CandidatePatterns[i];
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
        string hits = _graph.Add("ReduceSum", "meant", pattern, "axis1");
        string candidates = _graph.Add("Cast", "candidates.cells", ("to", Float), "candidates.beats");
        string common = _graph.Add("MatMul", "candidates.common", pattern, _graph.Add("Transpose", "candidates.columns", candidates));
        string nearest = _graph.Add("ArgMax", "candidates.best", ("axis", 1), Dice("candidates.dice", common, "candidates.sizes", hits));
        nearest = _graph.Add("Reshape", "candidates.row", nearest, "row.shape");
        string latent = _graph.Add("Gather", "candidates.latent", "candidates", nearest);
        string column = _graph.Add("Reshape", "column", pattern, "column.shape");
        string number = _graph.Add("Reshape", "number", hits, "number.shape");
        for (int round = 0; round < _search.Offsets.Count; round++)
        {
            latent = Refine($"round{round + 1}.", latent, _search.Offsets[round], column, number);
        }

        return latent;
    }

    private string Refine(string prefix, string latent, float[] offsets, string column, string hits)
    {
        _graph.Constant(prefix + "steps", offsets, 1, LatentSearch.PointsPerRound, Latent.Dimensions);
        string begin = _graph.Add("Unsqueeze", prefix + "begin", latent, "axis1");
        string points = _graph.Add("Add", prefix + "points", begin, prefix + "steps");
        string logits = _decoder.Apply(_graph.Add("Reshape", prefix + "rows", points, "points.shape"), prefix);
        logits = _graph.Add("Reshape", prefix + "logits", logits, "beats.shape");
        string isHit = _graph.Add("GreaterOrEqual", prefix + "hits", _graph.Add("Sigmoid", prefix + "sigmoid", logits), "thresholds");
        string decoded = _graph.Add("Cast", prefix + "said", ("to", Float), isHit);
        string common = _graph.Add("MatMul", prefix + "common", decoded, column);
        string scores = Dice(prefix + "dice", common, _graph.Add("ReduceSum", prefix + "size", decoded, "axis2"), hits);
        string best = _graph.Add("ArgMax", prefix + "best", ("axis", 1), scores);
        string picks = _graph.Add("Concat", prefix + "picks", ("axis", 2), best, best, best, best);
        string found = _graph.Add("GatherElements", prefix + "found", ("axis", 1), points, picks);
        return _graph.Add("Reshape", prefix + "latent", found, "points.shape");
    }

    private string Dice(string name, string common, string a, string b)
    {
        string both = _graph.Add("Add", name + ".above", _graph.Add("Mul", name + ".twice", common, "two"), "smoothing");
        string all = _graph.Add("Add", name + ".below", _graph.Add("Add", name + ".sizes", a, b), "smoothing");
        return _graph.Add("Div", name, both, all);
    }
}
