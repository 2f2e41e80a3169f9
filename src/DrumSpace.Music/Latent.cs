using System.Runtime.CompilerServices;

namespace DrumSpace.Music;

/// <summary>A point of a model's latent space: four coordinates, in the model's units.</summary>
[InlineArray(Dimensions)]
public struct Latent
{
    /// <summary>The number of coordinates, and of knobs.</summary>
    public const int Dimensions = 4;

    private float _first;

    /// <summary>Makes a latent from its four coordinates.</summary>
    public Latent(float z1, float z2, float z3, float z4)
    {
        this[0] = z1;
        this[1] = z2;
        this[2] = z3;
        this[3] = z4;
    }
}
