namespace TorchSharp.Autograd;

/// <summary>Runs a recorded graph backwards.</summary>
internal static class GraphWalk
{
    /// <summary>Propagates from a node whose gradient is set to all leaves that it depends on.</summary>
    /// <remarks>Newest first: a node is done when all that was computed from it is done. No recursion, so depth is unbounded.</remarks>
    public static void Backward(GradNode root)
    {
        List<GradNode> reached = [root];
        HashSet<GradNode> seen = new(ReferenceEqualityComparer.Instance) { root };
        for (int i = 0; i < reached.Count; i++)
        {
            foreach (GradNode? input in reached[i].Inputs)
            {
                if (input is not null && seen.Add(input))
                {
                    reached.Add(input);
                }
            }
        }

        reached.Sort(static (a, b) => b.Serial.CompareTo(a.Serial));
        foreach (GradNode node in reached)
        {
            node.Propagate();
        }
    }
}
