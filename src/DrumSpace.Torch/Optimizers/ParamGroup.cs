namespace TorchSharp.Modules;

/// <summary>Parameters with one learning rate.</summary>
public sealed class ParamGroup
{
    internal ParamGroup(IReadOnlyList<Parameter> parameters, double learningRate)
    {
        Parameters = parameters;
        LearningRate = learningRate;
        InitialLearningRate = learningRate;
    }

    /// <summary>Gets or sets the learning rate. Schedules set it.</summary>
    public double LearningRate { get; set; }

    /// <summary>Gets or sets the learning rate that schedules start from.</summary>
    public double InitialLearningRate { get; set; }

    internal IReadOnlyList<Parameter> Parameters { get; }
}
