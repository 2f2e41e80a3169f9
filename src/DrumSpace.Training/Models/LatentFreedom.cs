namespace DrumSpace.Training.Models;

/// <summary>The transformations of the axes of a latent space that keep the model's prior valid.</summary>
public enum LatentFreedom
{
    /// <summary>Order and direction only: the model was trained towards a standard normal prior, so its scale is given.</summary>
    Order,

    /// <summary>Each axis may also be shifted and scaled: samples are drawn from the mean and deviation of each axis.</summary>
    Scale,

    /// <summary>The space may also be sheared and rotated.</summary>
    Rotation,
}
