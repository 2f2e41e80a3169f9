namespace DrumSpace.Plugin;

/// <summary>Where a block's sound goes. Audio thread; made anew for each block, on the stack.</summary>
public readonly ref struct BlockOutput
{
    /// <summary>Takes a host's buffers.</summary>
    /// <param name="left">The left output; empty when the host gives none.</param>
    /// <param name="right">The right output; empty when the host gives none.</param>
    /// <param name="accumulate">Whether the sound is added to what lies in the buffers instead of replacing it.</param>
    public BlockOutput(Span<float> left, Span<float> right, bool accumulate)
    {
        Left = left;
        Right = right;
        Accumulate = accumulate;
    }

    /// <summary>The left output.</summary>
    public Span<float> Left { get; }

    /// <summary>The right output.</summary>
    public Span<float> Right { get; }

    /// <summary>Whether the sound is added to what lies in the buffers.</summary>
    public bool Accumulate { get; }

    /// <summary>Whether both buffers are there.</summary>
    public bool IsWanted => !Left.IsEmpty && !Right.IsEmpty;
}
