using DrumSpace.Inference.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Groove;

namespace DrumSpace.Training.Onnx;

/// <summary><see cref="TakeShares.Scores"/> and <see cref="GrooveQuantiles"/> as nodes of a graph.</summary>
internal sealed class OnnxQuantiles
{
    private readonly OnnxGraph _graph;

    /// <summary>Adds the constants.</summary>
    /// <param name="graph">The graph to add to.</param>
    public OnnxQuantiles(OnnxGraph graph)
    {
        _graph = graph;
        graph.Constant("one.whole", 1f);
        graph.Constant("none", 0f);
    }

    /// <summary>Adds the normal scores of a take's values, in the order of <see cref="GrooveDistribution"/>.</summary>
    /// <param name="take">The name of the takes' numbers.</param>
    /// <param name="player">The variance components.</param>
    /// <returns>The name of the scores, [32 N, 28].</returns>
    public string Scores(string take, GroovePlayer player)
    {
        string common = Part("take", take, player, shares => shares.Take, _ => 0);
        string voice = Part("voice", take, player, shares => shares.Voice, TakeShares.VoiceIndex);
        string place = Part("place", take, player, shares => shares.Place, TakeShares.PlaceIndex);
        string own = Part("cell", take, player, shares => shares.Cell, TakeShares.CellIndex);
        string sum = _graph.Add("Add", "scores.common", _graph.Add("Add", "scores.voices", common, voice), place);
        string scores = _graph.Add("Add", "scores.all", sum, own);
        return _graph.Add("Reshape", "scores", scores, _graph.Integers("scores.shape", -1, GrooveDistribution.StepWidth));
    }

    /// <summary>Adds the quantiles at the scores, from 0 to 1.</summary>
    /// <param name="shares">The names of the sigmoids of the logits, level by level, [32 N, 28].</param>
    /// <param name="score">The name of the scores, [32 N, 28].</param>
    /// <returns>The name of the values, [32 N, 28].</returns>
    public string At(ReadOnlySpan<string> shares, string score)
    {
        string up = shares[GrooveQuantiles.Median], down = up, value = up;
        for (int step = 1; step <= GrooveQuantiles.Median; step++)
        {
            bool isLast = step == GrooveQuantiles.Median;
            int above = GrooveQuantiles.Median + step, below = GrooveQuantiles.Median - step;
            string rest = _graph.Add("Sub", $"rest{above}", "one.whole", up);
            string rise = _graph.Add("Mul", $"rise{above}", rest, shares[above]);
            string next = _graph.Add("Mul", $"level{below}", down, shares[below]);
            string fall = _graph.Add("Sub", $"fall{below}", down, next);
            string gain = _graph.Add("Mul", $"gain{above}", rise, PartAt($"up{above}", score, above - 1, above, isLast));
            string loss = _graph.Add("Mul", $"loss{below}", fall, PartAt($"down{below}", score, below + 1, below, isLast));
            value = _graph.Add("Sub", $"value{step}", _graph.Add("Add", $"louder{step}", value, gain), loss);
            up = isLast ? up : _graph.Add("Add", $"level{above}", up, rise);
            down = next;
        }

        return _graph.Add("Clip", "limited", value, "none", "one.whole");
    }

    // A component of the scores, [N, 896]: its numbers of the take times its deviation.
    private string Part(string name, string take, GroovePlayer player, Func<TakeShares, double> shareOf, Func<int, int> indexOf)
    {
        long[] indices = new long[Pattern.StepCount * GrooveDistribution.StepWidth];
        float[] factors = new float[indices.Length];
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            int velocity = GrooveDistribution.VelocityIndex(cell), offset = GrooveDistribution.OffsetIndex(cell);
            (indices[velocity], factors[velocity]) = (indexOf(cell), (float)Math.Sqrt(shareOf(player.VelocityShares)));
            (indices[offset], factors[offset]) = (GrooveModel.TakeWidth / 2 + indexOf(cell), (float)Math.Sqrt(shareOf(player.OffsetShares)));
        }

        string numbers = _graph.Add("Gather", name + ".numbers", ("axis", 1), take, _graph.Integers(name + ".indices", indices));
        return _graph.Add("Mul", name, numbers, _graph.Constant(name + ".factors", factors, factors.Length));
    }

    // How much of the way between two levels' scores a score has gone, from 0 to 1; beyond the outermost level it goes on.
    private string PartAt(string name, string score, int from, int to, bool isLast)
    {
        float distance = GrooveQuantiles.Scores[to] - GrooveQuantiles.Scores[from];
        string moved = _graph.Add("Sub", name + ".moved", score, _graph.Constant(name + ".from", GrooveQuantiles.Scores[from]));
        string part = _graph.Add("Mul", name + ".part", moved, _graph.Constant(name + ".factor", 1 / distance));
        return isLast ? _graph.Add("Relu", name, part) : _graph.Add("Clip", name, part, "none", "one.whole");
    }
}
