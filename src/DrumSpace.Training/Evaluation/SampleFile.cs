using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>Reads files of patterns in the paper's format (<see cref="PatternLine"/>).</summary>
public static class SampleFile
{
    /// <summary>Reads every pattern of a file, in order; empty lines are skipped.</summary>
    /// <param name="path">A tsv file.</param>
    /// <exception cref="TrainingException">A line has another format, or there is none; the message names the file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Pattern[] Read(string path)
    {
        List<Pattern> patterns = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (!PatternLine.TryParse(line, out PatternLine parsed, out string? problem))
            {
                throw new TrainingException($"{path}: line {number}: {problem}");
            }

            patterns.Add(parsed.Pattern);
        }

        return patterns.Count == 0 ? throw new TrainingException($"{path}: it has no patterns") : [.. patterns];
    }
}
