namespace TorchSharp.Operations;

/// <summary>
/// How two operands are indexed along a result that they broadcast to. Neighbouring dimensions with the same behaviour are merged, so that
/// most cases are one or two loops. A run, the innermost loop, is contiguous in the result.
/// </summary>
internal sealed class BroadcastPlan
{
    private readonly long[] _sizes;
    private readonly long[] _stridesA;
    private readonly long[] _stridesB;

    public BroadcastPlan(long[] result, long[] a, long[] b)
    {
        List<(long Size, bool A, bool B)> merged = [];
        for (int i = 0; i < result.Length; i++)
        {
            if (result[i] == 1)
            {
                continue;
            }

            bool usesA = Has(result, a, i), usesB = Has(result, b, i);
            if (merged.Count > 0 && merged[^1].A == usesA && merged[^1].B == usesB)
            {
                merged[^1] = (merged[^1].Size * result[i], usesA, usesB);
            }
            else
            {
                merged.Add((result[i], usesA, usesB));
            }
        }

        if (merged.Count == 0)
        {
            merged.Add((1, true, true));
        }

        (Run, bool runA, bool runB) = merged[^1];
        StepA = runA ? 1 : 0;
        StepB = runB ? 1 : 0;
        long strideA = runA ? Run : 1, strideB = runB ? Run : 1;
        int outer = merged.Count - 1;
        _sizes = new long[outer];
        _stridesA = new long[outer];
        _stridesB = new long[outer];
        for (int i = outer - 1; i >= 0; i--)
        {
            (_sizes[i], bool usesA, bool usesB) = merged[i];
            _stridesA[i] = usesA ? strideA : 0;
            _stridesB[i] = usesB ? strideB : 0;
            strideA *= usesA ? _sizes[i] : 1;
            strideB *= usesB ? _sizes[i] : 1;
        }
    }

    /// <summary>Called for each run with the index of its first element in the operands and in the result.</summary>
    public delegate void RunAction(long a, long b, long result);

    /// <summary>Gets the number of elements of a run.</summary>
    public long Run { get; }

    /// <summary>Gets the first operand's stride along a run: 1, or 0 where one element is repeated.</summary>
    public int StepA { get; }

    /// <summary>Gets the second operand's stride along a run: 1, or 0 where one element is repeated.</summary>
    public int StepB { get; }

    /// <summary>Visits the runs in the result's order.</summary>
    public void ForEachRun(RunAction visit)
    {
        if (Run == 0 || Array.IndexOf(_sizes, 0) >= 0)
        {
            return;
        }

        long[] at = new long[_sizes.Length];
        long a = 0, b = 0, result = 0;
        while (true)
        {
            visit(a, b, result);
            result += Run;
            int i = _sizes.Length - 1;
            for (; i >= 0; i--)
            {
                a += _stridesA[i];
                b += _stridesB[i];
                if (++at[i] < _sizes[i])
                {
                    break;
                }

                a -= _stridesA[i] * _sizes[i];
                b -= _stridesB[i] * _sizes[i];
                at[i] = 0;
            }

            if (i < 0)
            {
                return;
            }
        }
    }

    private static bool Has(long[] result, long[] operand, int axis)
    {
        int i = axis - (result.Length - operand.Length);
        return i >= 0 && operand[i] == result[axis];
    }
}
