namespace DrumSpace.Host.Interop.Vst3;

/// <summary>A value of a parameter at a frame.</summary>
internal struct Vst3ChangePoint
{
    /// <summary>The frame in the block.</summary>
    public int Frame;

    /// <summary>The value, 0 to 1.</summary>
    public double Value;

    /// <summary>The number of the parameter's next point; -1 for none.</summary>
    public int Next;
}
