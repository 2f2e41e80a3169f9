using DrumSpace.Music;

namespace DrumSpace.Engine.Slots;

/// <summary>The way from one point of the latent space to another: straight and even, over some quarters of the song.</summary>
/// <remarks>Audio thread. A value; nothing in it allocates, blocks or throws.</remarks>
internal struct Morph
{
    private Knobs _from;
    private Knobs _to;
    private double _start = double.NegativeInfinity;

    public Morph()
    {
    }

    /// <summary>Quarters that it takes; 0 is at once.</summary>
    public double Quarters { get; set; }

    /// <summary>Is at a point at once.</summary>
    public void JumpTo(in Knobs point)
    {
        _to = point;
        _start = double.NegativeInfinity;
    }

    /// <summary>Sets out from where it is to a point, unless it is already on its way there.</summary>
    /// <param name="point">The point.</param>
    /// <param name="position">The position of the song in quarters.</param>
    public void MorphTo(in Knobs point, double position)
    {
        if (!((ReadOnlySpan<float>)_to).SequenceEqual(point))
        {
            Start(At(position), point, position);
        }
    }

    /// <summary>Goes on, in the time that is left, to a point that moved meanwhile.</summary>
    public void Retarget(in Knobs point) => _to = point;

    /// <summary>Sets out from a point to another.</summary>
    /// <param name="from">The one.</param>
    /// <param name="to">The other.</param>
    /// <param name="start">The position of the song, in quarters, at which it does or did.</param>
    public void Start(in Knobs from, in Knobs to, double start)
    {
        _from = from;
        _to = to;
        _start = start;
    }

    /// <summary>Moves with a song that was moved, so that what is left of the way stays the same.</summary>
    /// <param name="quarters">How far the song was moved.</param>
    public void Shift(double quarters) => _start += quarters;

    /// <summary>The point at a position of the song, in quarters.</summary>
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
