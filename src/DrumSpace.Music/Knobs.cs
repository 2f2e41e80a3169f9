using System.Runtime.CompilerServices;

namespace DrumSpace.Music;

/// <summary>The positions of the four latent knobs, each 0 to 1. A value of 16 bytes; copying it allocates nothing.</summary>
[InlineArray(Latent.Dimensions)]
public struct Knobs
{
    private float _first;

    /// <summary>Makes knobs from their four positions.</summary>
    public Knobs(float k1, float k2, float k3, float k4)
    {
        this[0] = k1;
        this[1] = k2;
        this[2] = k3;
        this[3] = k4;
    }
}
