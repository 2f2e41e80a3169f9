using System.Text;
using DrumSpace.Music;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Playing;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests;

/// <summary>The programs that the plugin brings, heard with the models that it brings.</summary>
public class FactoryProgramTests
{
    private const int FewestDifferentCells = 8;
    private const int FewestHits = 12;

    [Fact]
    public void There_are_at_least_forty_of_each_kind_with_names_of_their_own_and_room_is_left_for_a_musicians()
    {
        PluginProgram[] programs = FactoryPrograms.Make(), essentials = FactoryPrograms.MakeEssentials();
        PluginProgram[] all = [.. programs, .. essentials];
        Assert.InRange(programs.Length, 40, 100);
        Assert.InRange(essentials.Length, 40, 50);
        Assert.True(all.Length <= ProgramBank.MaxCount - 16, $"{all.Length} programs.");
        Assert.Equal(all.Length, all.DistinctBy(program => program.Name).Count());
        Assert.All(all, program => Assert.InRange(Encoding.UTF8.GetByteCount(program.Name), 1, PluginProgram.MaxNameBytes));
    }

    [Fact]
    public void Essentials_differ_from_a_plain_program_only_in_place_and_playing()
    {
        Parameter[] set =
        [
            .. ParameterTable.Knobs, ParameterTable.Swing, ParameterTable.LowVelocity, ParameterTable.HighVelocity, ParameterTable.Fill,
            ParameterTable.FillInterval, ParameterTable.GrooveVelocity, ParameterTable.GrooveTiming,
        ];
        Parameter[] others = [.. ParameterTable.All.Where(parameter => !set.Contains(parameter))];
        Assert.All(
            FactoryPrograms.MakeEssentials(),
            program => Assert.All(others, parameter => Assert.Equal(parameter.Default, program[parameter.Index])));
    }

    [Fact]
    public void The_first_is_the_first_beat_plain()
    {
        PluginProgram[] programs = FactoryPrograms.Make();
        Assert.Equal("Init", programs[0].Name);
        Assert.All(
            ParameterTable.All.Index(),
            item => Assert.Equal(item.Index < Latent.Dimensions ? programs[1][item.Index] : item.Item.Default, programs[0][item.Index]));
    }

    [Fact]
    public void They_come_genre_by_genre_numbered_from_one()
    {
        string[][] names = [.. FactoryPrograms.Make().Skip(1).Select(program => program.Name.Split(' '))];
        string genre = "";
        int number = 0;
        HashSet<string> genres = [];
        foreach (string[] words in names)
        {
            int at = Array.FindIndex(words, word => int.TryParse(word, out _));
            string title = string.Join(' ', words[..at]);
            number = title == genre ? number + 1 : 1;
            Assert.True(number > 1 || genres.Add(title), $"{title} comes twice.");
            Assert.Equal(number, int.Parse(words[at], System.Globalization.CultureInfo.InvariantCulture));
            genre = title;
        }

        Assert.True(genres.Count >= 10, string.Join(", ", genres));
    }

    [Fact]
    public void The_default_pattern_is_the_first_program_as_the_shipped_model_decodes_it()
    {
        ModelList models = new([Path.Combine(Repository.Root, "presets", "models")], message => Assert.Fail(message));
        using CorePlayer player = new(models);
        foreach (Parameter knob in ParameterTable.Knobs)
        {
            player.Core.Parameters[knob] = FactoryPrograms.Make()[0][knob.Index];
        }

        player.Core.Parameters[ParameterTable.GrooveTiming] = 0;
        PlayablePattern first = DefaultPattern.Make();
        Assert.Equal(new PatternLine(player.PlayPattern()).ToString(), new PatternLine(first.Decoded.Pattern).ToString());
        Assert.Equal((0, 0), (first.RequestId, first.Slot));
    }

    [Fact]
    public void Each_is_heard_and_another_beat_than_all_others_and_passes_the_filter()
    {
        ModelList models = new([Path.Combine(Repository.Root, "presets", "models")], message => Assert.Fail(message));
        using CorePlayer player = new(models);
        List<(string Name, Pattern Pattern)> heard = [];
        for (int program = 1; program < FactoryPrograms.Make().Length + FactoryPrograms.MakeEssentials().Length; program++)
        {
            player.Core.Programs.Select(program);

            // On the grid, so that steps can be told from frames, and without the fill of every eighth bar.
            foreach (Parameter parameter in (Parameter[])[ParameterTable.Swing, ParameterTable.GrooveTiming, ParameterTable.Fill])
            {
                player.Core.Parameters[parameter] = 0;
            }

            Pattern pattern = player.PlayPattern();
            string name = player.Core.Programs[program].Name;
            Assert.True(pattern.HitCount >= FewestHits, $"{name}: {pattern.HitCount} hits.");

            Assert.True(EntropyFilter.Passes(pattern), $"{name}: the entropy is {PatternEntropy.Of(pattern)}.");
            foreach ((string other, Pattern otherPattern) in heard)
            {
                int cells = pattern.DistanceTo(otherPattern);
                Assert.True(cells >= FewestDifferentCells, $"{name} and {other} differ in {cells} cells.");
            }

            heard.Add((name, pattern));
        }
    }
}
