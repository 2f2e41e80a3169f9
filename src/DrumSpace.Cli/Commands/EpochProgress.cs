using System.Globalization;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>A bar on the terminal over the epochs of a training.</summary>
internal static class EpochProgress
{
    /// <summary>Runs the epochs and shows each one's loss.</summary>
    /// <param name="epochs">How many.</param>
    /// <param name="run">Runs one and gives its loss.</param>
    public static void Show(int epochs, Func<double> run) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("training", maxValue: epochs);
                for (int epoch = 1; epoch <= epochs; epoch++)
                {
                    double loss = run();
                    task.Description = string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}/{epochs}, loss {loss:F5}");
                    task.Value = epoch;
                }
            });
}
