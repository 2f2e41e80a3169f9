namespace DrumSpace.Training.Learning;

/// <summary>A training that runs epoch by epoch, and can be saved and resumed after any of them with the same result.</summary>
public interface ITrainingRun : IDisposable
{
    /// <summary>The total number of epochs.</summary>
    int Epochs { get; }

    /// <summary>The mean loss of each completed epoch.</summary>
    IReadOnlyList<double> Losses { get; }

    /// <summary>Runs one epoch.</summary>
    /// <returns>The epoch's mean loss.</returns>
    /// <exception cref="TrainingException">The loss is not finite any more; the learning rate is too high for the data.</exception>
    double RunEpoch();

    /// <summary>Writes the run's state to a file, for <see cref="Resume"/>.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    void Save(string path);

    /// <summary>Continues from a file that <see cref="Save"/> wrote in a run with the same options and data.</summary>
    /// <exception cref="TrainingException">The file is not a checkpoint, is damaged, or comes from another run. Nothing was
    /// changed.</exception>
    void Resume(string path);
}
