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
        graph.Integers("steps.shape", -1, Pattern.VoiceCount);
        graph.Integers("cells.shape", -1, Pattern.CellCount);
    }

    /// <summary>Adds the normal scores of a take's cells.</summary>
    /// <param name="prefix">Prefix of the nodes' names.</param>
    /// <param name="take">The name of the takes' numbers.</param>
    /// <param name="shares">The variance components.</param>
    /// <param name="first">The index of the first number.</param>
    /// <returns>The name of the scores, [N, 448].</returns>
    public string Scores(string prefix, string take, TakeShares shares, int first)
    {
        string common = Part(prefix + "take", take, shares.Take, _ => first);
        string voice = Part(prefix + "voice", take, shares.Voice, cell => first + TakeShares.VoiceIndex(cell));
        string place = Part(prefix + "place", take, shares.Place, cell => first + TakeShares.PlaceIndex(cell));
        string own = Part(prefix + "cell", take, shares.Cell, cell => first + TakeShares.CellIndex(cell));
        string sum = _graph.Add("Add", prefix + "common", _graph.Add("Add", prefix + "voices", common, voice), place);
        return _graph.Add("Add", prefix + "scores", sum, own);
    }

    /// <summary>Adds the quantiles at the scores, from 0 to 1.</summary>
    /// <param name="prefix">Prefix of the nodes' names.</param>
    /// <param name="shares">The names of the sigmoids of the logits, level by level, [32 N, 14].</param>
    /// <param name="scores">The name of the scores, [N, 448].</param>
    /// <returns>The name of the values, [N, 448].</returns>
    public string At(string prefix, ReadOnlySpan<string> shares, string scores)
    {
        string score = _graph.Add("Reshape", prefix + "score", scores, "steps.shape");
        string up = shares[GrooveQuantiles.Median], down = up, value = up;
        for (int step = 1; step <= GrooveQuantiles.Median; step++)
        {
            bool isLast = step == GrooveQuantiles.Median;
            int above = GrooveQuantiles.Median + step, below = GrooveQuantiles.Median - step;
            string rest = _graph.Add("Sub", $"{prefix}rest{above}", "one.whole", up);
            string rise = _graph.Add("Mul", $"{prefix}rise{above}", rest, shares[above]);
            string next = _graph.Add("Mul", $"{prefix}level{below}", down, shares[below]);
            string fall = _graph.Add("Sub", $"{prefix}fall{below}", down, next);
            string gain = _graph.Add("Mul", $"{prefix}gain{above}", rise, PartAt($"{prefix}up{above}", score, above - 1, above, isLast));
            string loss = _graph.Add("Mul", $"{prefix}loss{below}", fall, PartAt($"{prefix}down{below}", score, below + 1, below, isLast));
            value = _graph.Add("Sub", $"{prefix}value{step}", _graph.Add("Add", $"{prefix}louder{step}", value, gain), loss);
            up = isLast ? up : _graph.Add("Add", $"{prefix}level{above}", up, rise);
            down = next;
        }

        string limited = _graph.Add("Clip", prefix + "limited", value, "none", "one.whole");
        return _graph.Add("Reshape", prefix + "cells", limited, "cells.shape");
    }

    private string Part(string name, string take, double share, Func<int, int> indexOf)
    {
        string indices = _graph.Integers(name + ".indices", [.. Enumerable.Range(0, Pattern.CellCount).Select(cell => (long)indexOf(cell))]);
        string numbers = _graph.Add("Gather", name + ".numbers", ("axis", 1), take, indices);
        return _graph.Add("Mul", name, numbers, _graph.Constant(name + ".factor", (float)Math.Sqrt(share)));
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
