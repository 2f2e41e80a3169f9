namespace DrumSpace.Training.Learning;

/// <summary>A training that goes epoch by epoch, can be put aside after any of them, and goes on as if it had not been.</summary>
public interface ITrainingRun : IDisposable
{
    /// <summary>How many epochs there are.</summary>
    int Epochs { get; }

    /// <summary>The mean loss of each epoch so far; their number is the number of epochs done.</summary>
    IReadOnlyList<double> Losses { get; }

    /// <summary>Goes through the data once.</summary>
    /// <returns>The epoch's mean loss.</returns>
    /// <exception cref="TrainingException">The loss is no finite number any more; the learning rate is too high for the data.</exception>
    double RunEpoch();

    /// <summary>Writes the run's state to a file, so that <see cref="Resume"/> can go on from here.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    void Save(string path);

    /// <summary>Goes on from a file that <see cref="Save"/> wrote, in a run with the same options and data.</summary>
    /// <exception cref="TrainingException">The file is no checkpoint, is damaged, or comes from another run; nothing has changed then.</exception>
    void Resume(string path);
}
