using System.Globalization;
using System.Text;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests;

/// <summary>
/// Every declared parameter against fixtures/parameters.txt: hosts store indices, files store ids, and songs store values, so no column of
/// a line may ever change. A new parameter appends a line.
/// </summary>
public class ParameterDeclarationTests
{
    private static readonly float[] Samples = [0, 0.1f, 0.25f, 0.375f, 0.5f, 2 / 3f, 0.9f, 1];

    [Fact]
    public void Indices_ids_names_ranges_defaults_texts_and_roles_are_those_of_the_first_release()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "fixtures", "parameters.txt");
        Assert.Equal(File.ReadAllLines(path), ParameterTable.All.Select(Describe));
    }

    // index, id, name, unit, group, default, steps, kind, roles, then texts at the samples and where these texts lead back to.
    private static string Describe(Parameter parameter)
    {
        StringBuilder line = new();
        ParameterRange range = parameter.Range;
        string kind = range is SwitchRange ? "switch" : range.IsChoice ? "choice" : range.IsStepped ? "stepped" : "smooth";
        string roles = $"{(parameter.IsAutomatable ? "A" : "-")}{(parameter.BelongsToProgram ? "P" : "-")}{(parameter.IsCommand ? "C" : "-")}";
        line.Append(CultureInfo.InvariantCulture, $"{parameter.Index}|{parameter.Id}|{parameter.Name}|{range.Unit}|{parameter.Group}|");
        line.Append(CultureInfo.InvariantCulture, $"{parameter.Default:R}|{range.StepCount}|{kind}|{roles}");

        // The models' texts are those of the machine's models, as are the kits' of the upper places.
        foreach (float sample in Samples.Where(sample => parameter.Id != "model" && (parameter.Id != "kit-map" || sample <= 0.5f)))
        {
            string text = range.Format(sample);
            string unit = char.IsAsciiDigit(text[^1]) ? range.Unit : "";
            Assert.True(range.TryParse($" {text} {unit}", out float read), text);
            line.Append(CultureInfo.InvariantCulture, $"|{text}={read:R}");
        }

        return line.ToString();
    }
}
