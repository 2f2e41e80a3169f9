using System.Globalization;
using DrumSpace.Training.Learning;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>Goes through the epochs of a training, with a bar on the terminal and a checkpoint to go on from.</summary>
internal static class EpochProgress
{
    /// <summary>What a command returns that Ctrl+C ended, as shells have it.</summary>
    public const int Interrupted = 130;

    private const int EpochsBetweenCheckpoints = 5;

    /// <summary>Runs the epochs that are left, and saves the run every few epochs and when it is interrupted.</summary>
    /// <param name="run">The training.</param>
    /// <param name="checkpoint">The checkpoint's file.</param>
    /// <param name="resume">Whether to begin from it.</param>
    /// <param name="cancel">Ends the training behind an epoch.</param>
    /// <returns>Whether the training was finished; if not, the terminal says how to go on.</returns>
    /// <exception cref="DrumSpace.Training.TrainingException">The checkpoint is none of this run, or the loss is no number any more.</exception>
    public static bool Finish(ITrainingRun run, string checkpoint, bool resume, CancellationToken cancel)
    {
        if (resume)
        {
            run.Resume(checkpoint);
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Going on after epoch {run.Losses.Count}.");
        }

        if (Show(run, checkpoint, cancel))
        {
            return true;
        }

        AnsiConsole.MarkupLineInterpolated($"Interrupted after epoch {run.Losses.Count}; [bold]--resume[/] goes on from {checkpoint}.");
        return false;
    }

    private static bool Show(ITrainingRun run, string checkpoint, CancellationToken cancel) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("training", maxValue: run.Epochs);
                task.Value = run.Losses.Count;
                while (run.Losses.Count < run.Epochs)
                {
                    double loss = run.RunEpoch();
                    task.Description = string.Create(CultureInfo.InvariantCulture, $"epoch {run.Losses.Count}/{run.Epochs}, loss {loss:F5}");
                    task.Value = run.Losses.Count;
                    bool stop = cancel.IsCancellationRequested && run.Losses.Count < run.Epochs;
                    if (stop || run.Losses.Count % EpochsBetweenCheckpoints == 0)
                    {
                        run.Save(checkpoint);
                    }

                    if (stop)
                    {
                        return false;
                    }
                }

                return true;
            });
}
