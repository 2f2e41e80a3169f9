using DrumSpace.Music;

namespace DrumSpace.Engine.Memory;

/// <summary>The way from one point in the space of beats to another, straight and even, over some quarters of the song.</summary>
/// <remarks>Audio thread. A value; nothing in it allocates, blocks or throws.</remarks>
internal struct Glide
{
    private Knobs _from;
    private Knobs _to;
    private double _start = double.NegativeInfinity;

    public Glide()
    {
    }

    /// <summary>Quarters that it takes; 0 is at once.</summary>
    public double Quarters { get; set; }

    /// <summary>Stands at a point.</summary>
    public void StandAt(in Knobs point)
    {
        _to = point;
        _start = double.NegativeInfinity;
    }

    /// <summary>Sets out from where it is to a point, unless it is already on its way there.</summary>
    /// <param name="point">The point.</param>
    /// <param name="position">The position of the song in quarters.</param>
    public void HeadFor(in Knobs point, double position)
    {
        if (!((ReadOnlySpan<float>)_to).SequenceEqual(point))
        {
            Run(At(position), point, position);
        }
    }

    /// <summary>Sets out from a point to another.</summary>
    /// <param name="from">The one.</param>
    /// <param name="to">The other.</param>
    /// <param name="start">The position of the song, in quarters, at which it does or did.</param>
    public void Run(in Knobs from, in Knobs to, double start)
    {
        _from = from;
        _to = to;
        _start = start;
    }

    /// <summary>Moves with a song that was moved, so that what is left of the way stays the same.</summary>
    /// <param name="quarters">How far the song was moved.</param>
    public void Move(double quarters) => _start += quarters;

    /// <summary>Where it is.</summary>
    /// <param name="position">The position of the song in quarters.</param>
    public readonly Knobs At(double position)
    {
        double part = Quarters > 0 ? (position - _start) / Quarters : 1;
        if (!(part is >= 0 and < 1))
        {
            return _to;
        }

        Knobs at = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            at[axis] = (float)(_from[axis] + (_to[axis] - _from[axis]) * part);
        }

        return at;
    }
}
