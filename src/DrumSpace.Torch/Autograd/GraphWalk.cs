namespace TorchSharp.Autograd;

/// <summary>Reverse-mode differentiation of a recorded graph.</summary>
internal static class GraphWalk
{
    /// <summary>Propagates the gradient of a node to all leaves that it depends on.</summary>
    /// <remarks>
    /// Newest first: a node comes after every node that was computed from it. Without recursion, so the depth is unbounded.
    /// </remarks>
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
