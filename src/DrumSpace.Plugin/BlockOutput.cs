namespace DrumSpace.Plugin;

/// <summary>The host's buffers for the sound of a block. Audio thread; on the stack.</summary>
/// <param name="left">The left output; empty if the host has none.</param>
/// <param name="right">The right output; empty if the host has none.</param>
/// <param name="accumulate">Whether to add the sound to the buffers' content instead of replacing it.</param>
public readonly ref struct BlockOutput(Span<float> left, Span<float> right, bool accumulate)
{
    /// <summary>The left output.</summary>
    public Span<float> Left { get; } = left;

    /// <summary>The right output.</summary>
    public Span<float> Right { get; } = right;

    /// <summary>Whether to add the sound to the buffers' content.</summary>
    public bool Accumulate { get; } = accumulate;

    /// <summary>Whether both buffers are there.</summary>
    public bool IsWanted => !Left.IsEmpty && !Right.IsEmpty;

    /// <summary>A part of the block.</summary>
    /// <param name="start">Its first frame.</param>
    /// <param name="length">Its length.</param>
    /// <returns>The part; without buffers unless both are there.</returns>
    public BlockOutput Slice(int start, int length) =>
        IsWanted ? new(Left.Slice(start, length), Right.Slice(start, length), Accumulate) : default;

    /// <summary>Leaves a block without sound.</summary>
    public void Silence()
    {
        if (!Accumulate)
        {
            Left.Clear();
            Right.Clear();
        }
    }
}
