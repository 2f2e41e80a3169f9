namespace DrumSpace.Training.Models;

/// <summary>What may be done to the axes of a learnt space without making it another model.</summary>
public enum LatentFreedom
{
    /// <summary>Only their order and direction: the model was taught that latents are standard normal, so its scale is given.</summary>
    Order,

    /// <summary>Each axis may also be moved and scaled: samples are drawn from the axes' own spread.</summary>
    Scale,

    /// <summary>The space may also be sheared and turned.</summary>
    Rotation,
}
