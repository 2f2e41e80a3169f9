using System.Globalization;
using System.Text.Json;
using DrumSpace.Music;

namespace DrumSpace.Training.Common;

/// <summary>How well common beats are said at their own places.</summary>
/// <param name="Beats">How many there are.</param>
/// <param name="Exact">The share that comes back whole, 0 to 1.</param>
/// <param name="Near">The share that comes back within 4 cells, 0 to 1.</param>
/// <param name="MeanDistance">The mean number of cells that differ.</param>
public sealed record CommonScore(int Beats, double Exact, double Near, double MeanDistance)
{
    /// <summary>A beat is near from this distance on, in cells.</summary>
    public const int NearDistance = 4;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Measures a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="beats">At least one beat.</param>
    public static CommonScore Measure(CommonModel model, IReadOnlyList<CommonBeat> beats)
    {
        ArgumentOutOfRangeException.ThrowIfZero(beats.Count, nameof(beats));
        Pattern[] said = model.Say([.. beats.Select(beat => (beat.Place, beat.Family))]);
        int[] distances = [.. beats.Select((beat, i) => beat.Pattern.DistanceTo(said[i]))];
        double Share(int most) => distances.Count(distance => distance <= most) / (double)distances.Length;
        return new(beats.Count, Share(0), Share(NearDistance), distances.Average());
    }

    /// <summary>A table of one row.</summary>
    public string ToMarkdown() => string.Create(CultureInfo.InvariantCulture, $"""
        | common beats | said whole | said within {NearDistance} cells | cells that differ |
        | ---: | ---: | ---: | ---: |
        | {Beats} | {100 * Exact:F1} % | {100 * Near:F1} % | {MeanDistance:F2} |

        """);

    /// <summary>The same numbers, unrounded.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";
}
