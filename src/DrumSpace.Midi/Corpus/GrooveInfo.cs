using DrumSpace.Midi.Files;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// The info.csv of the Groove MIDI Dataset (Gillick et al. 2019): which files are beats or fills, their styles, and the authors' splits.
/// </summary>
internal sealed class GrooveInfo
{
    private const int MaxBytes = 16 << 20;

    private static readonly string[] TakeColumns = ["session", "style", "bpm"];

    private readonly Dictionary<string, (bool IsFill, CorpusSplit Split, string? Genre, string Take)> _rows = [];

    /// <summary>Reads an info.csv.</summary>
    /// <returns>Null when there is none, or one with other columns.</returns>
    /// <exception cref="IOException">It is special, cannot be read or is larger than 16 MiB.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="InvalidDataException">A row is invalid; the message names file and line.</exception>
    public static GrooveInfo? Find(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using StreamReader reader = new(new MemoryStream(BoundedFile.Read(path, MaxBytes)));
        string[] columns = reader.ReadLine()?.Split(',') ?? [];
        int file = Array.IndexOf(columns, "midi_filename");
        int type = Array.IndexOf(columns, "beat_type");
        int split = Array.IndexOf(columns, "split");
        int style = Array.IndexOf(columns, "style");
        int[] take = [.. TakeColumns.Select(name => Array.IndexOf(columns, name)).Where(column => column >= 0)];
        if (file < 0 || type < 0 || split < 0)
        {
            return null;
        }

        GrooveInfo info = new();
        int line = 1;
        while (reader.ReadLine() is { } row)
        {
            line++;
            string[] cells = row.Split(',');
            if (cells.Length != columns.Length)
            {
                throw new InvalidDataException($"{path}: line {line}: {cells.Length} columns instead of {columns.Length}");
            }

            if (!Enum.TryParse(cells[split], ignoreCase: true, out CorpusSplit value) || !Enum.IsDefined(value))
            {
                throw new InvalidDataException($"{path}: line {line}: the split '{cells[split]}' is not train, validation or test");
            }

            string? genre = style < 0 ? null : FirstPart(cells[style]);
            info._rows[cells[file]] = (cells[type] == "fill", value, genre, string.Join(' ', take.Select(column => cells[column])));
        }

        return info;
    }

    /// <summary>Whether a file is a fill rather than a beat.</summary>
    public bool IsFill(string relativePath) => _rows.TryGetValue(relativePath, out var row) && row.IsFill;

    /// <summary>The first part of a file's style ("funk" of "funk/groove1"); null where info.csv has none.</summary>
    public string? GenreOf(string relativePath) => _rows.TryGetValue(relativePath, out var row) ? row.Genre : null;

    /// <summary>What a file was played in: session, style and tempo, as far as info.csv has them.</summary>
    public string TakeOf(string relativePath) => _rows.TryGetValue(relativePath, out var row) ? row.Take : "";

    /// <summary>A file's split; by its name where info.csv does not list it.</summary>
    public CorpusSplit SplitOf(string relativePath) =>
        _rows.TryGetValue(relativePath, out var row) ? row.Split : CorpusFile.SplitByName(relativePath);

    private static string? FirstPart(string style)
    {
        string first = style.Split('/')[0].Trim();
        return first.Length == 0 ? null : first;
    }
}
