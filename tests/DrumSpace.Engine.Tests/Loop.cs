namespace DrumSpace.Engine.Tests;

/// <summary>A host's loop, in quarters.</summary>
internal readonly record struct Loop(double Start, double End)
{
    public double Length => End - Start;
}
