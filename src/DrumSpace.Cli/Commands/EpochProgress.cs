using System.Globalization;
using DrumSpace.Training.Learning;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>Runs the epochs of a training with a progress bar and checkpoints.</summary>
internal static class EpochProgress
{
    private const int EpochsPerCheckpoint = 5;

    /// <summary>Runs the remaining epochs; saves the run every few epochs and when it is cancelled.</summary>
    /// <param name="run">The training.</param>
    /// <param name="checkpoint">The checkpoint's file.</param>
    /// <param name="resume">Whether to start from it.</param>
    /// <param name="console">Where to show the progress.</param>
    /// <param name="cancel">Stops the training after an epoch.</param>
    /// <exception cref="OperationCanceledException">It was cancelled, and the checkpoint was written.</exception>
    /// <exception cref="DrumSpace.Training.TrainingException">
    /// The checkpoint is of another run, or the loss is not a number any more.
    /// </exception>
    public static void Finish(TrainingRun run, string checkpoint, bool resume, IAnsiConsole console, CancellationToken cancel)
    {
        if (resume)
        {
            run.Resume(checkpoint);
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Continuing after epoch {run.Losses.Count}.");
        }

        if (!console.Bars().Start(context => RunEpochs(run, checkpoint, context.AddTask("training", maxValue: run.Epochs), cancel)))
        {
            console.MarkupLineInterpolated($"Interrupted after epoch {run.Losses.Count}; [bold]--resume[/] continues from {checkpoint}.");
            throw new OperationCanceledException(cancel);
        }
    }

    private static bool RunEpochs(TrainingRun run, string checkpoint, ProgressTask task, CancellationToken cancel)
    {
        task.Value = run.Losses.Count;
        while (!run.IsFinished)
        {
            double loss = run.RunEpoch();
            task.Description = string.Create(CultureInfo.InvariantCulture, $"epoch {run.Losses.Count}/{run.Epochs}, loss {loss:F5}");
            task.Value = run.Losses.Count;
            bool isStopped = cancel.IsCancellationRequested && !run.IsFinished;
            if (isStopped || run.Losses.Count % EpochsPerCheckpoint == 0)
            {
                run.Save(checkpoint);
            }

            if (isStopped)
            {
                return false;
            }
        }

        return true;
    }
}
