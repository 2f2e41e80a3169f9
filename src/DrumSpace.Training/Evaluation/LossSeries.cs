using System.Globalization;
using System.Text;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Training.Evaluation;

/// <summary>A loss over the epochs of a training.</summary>
/// <param name="Name">The name of its column in the log, such as "loss".</param>
/// <param name="Epochs">The epochs, ascending.</param>
/// <param name="Values">The loss after each epoch.</param>
public sealed record LossSeries(string Name, IReadOnlyList<double> Epochs, IReadOnlyList<double> Values)
{
    /// <summary>Creates the series of a loss that was measured after each epoch.</summary>
    /// <param name="name">The loss's name, without commas.</param>
    /// <param name="values">The losses, from the first epoch on.</param>
    public static LossSeries OfEpochs(string name, IReadOnlyList<double> values) =>
        new(name, [.. Enumerable.Range(1, values.Count).Select(epoch => (double)epoch)], values);

    /// <summary>The log of a training as CSV.</summary>
    /// <param name="curves">At least one series; all have the first one's epochs.</param>
    public static string ToCsv(IReadOnlyList<LossSeries> curves)
    {
        StringBuilder text = new("epoch,");
        text.AppendJoin(',', curves.Select(curve => curve.Name)).Append('\n');
        for (int i = 0; i < curves[0].Epochs.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{curves[0].Epochs[i]},");
            text.AppendJoin(',', curves.Select(curve => curve.Values[i].ToString("G6", CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads the training log of a model's folder: a heading "epoch,NAME,..." and a line of numbers for each epoch.</summary>
    /// <param name="folder">The model's folder.</param>
    /// <returns>A series for each column after the first; empty when the folder has no log.</returns>
    /// <exception cref="TrainingException">The log has another format; the message names the file and line.</exception>
    public static IReadOnlyList<LossSeries> Read(string folder)
    {
        string path = Path.Combine(folder, BundleFile.Losses);
        if (!File.Exists(path))
        {
            return [];
        }

        string[] lines = File.ReadAllLines(path);
        string[] names = lines.Length == 0 ? [] : lines[0].Split(',');
        if (names.Length < 2 || names[0] != "epoch")
        {
            throw new TrainingException($"{path}: line 1: a log of losses begins with epoch,NAME,...");
        }

        var columns = names.Select(_ => new List<double>()).ToArray();
        for (int line = 1; line < lines.Length; line++)
        {
            string[] cells = lines[line].Split(',');
            if (cells.Length != names.Length)
            {
                throw new TrainingException($"{path}: line {line + 1}: it has {cells.Length} values, not {names.Length}");
            }

            for (int column = 0; column < cells.Length; column++)
            {
                if (!double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                    || !double.IsFinite(value))
                {
                    throw new TrainingException($"{path}: line {line + 1}: value {column + 1} is not a finite number");
                }

                columns[column].Add(value);
            }
        }

        return [.. names.Skip(1).Select((name, i) => new LossSeries(name, columns[0], columns[i + 1]))];
    }
}
