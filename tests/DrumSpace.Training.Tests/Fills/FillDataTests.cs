using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Fills;
using DrumSpace.Midi;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Fills;

namespace DrumSpace.Training.Tests.Fills;

public sealed class FillDataTests : IDisposable
{
    private readonly List<string> _rows = ["session,style,bpm,beat_type,midi_filename,split"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_fill_follows_the_beats_of_its_session_style_and_tempo_and_never_those_of_a_held_out_file()
    {
        ushort[] rock = [1, 0, 4, 0, 2, 0, 4, 0, 1, 0, 4, 0, 2, 0, 4, 0], funk = [1, 4, 0, 1, 2, 0, 4, 1, 0, 4, 1, 0, 2, 4, 0, 1];
        ushort[] slow = [1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0], whole = [2, 2, 8, 8, 16, 16, 64, 64, 2, 2, 8, 8, 16, 16, 64, 64];
        ushort[] late = [0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 8, 8, 16, 16, 64, 64];
        Write("rock.mid", "s1,rock,120,beat", "train", rock, rock, rock, rock);
        Write("funk.mid", "s1,funk,120,beat", "train", funk, funk, funk, funk);
        Write("slow.mid", "s1,rock,90,beat", "validation", slow, slow, slow, slow);
        Write("fill1.mid", "s1,rock,120,fill", "train", whole);
        Write("fill2.mid", "s1,funk,120,fill", "train", late);
        Write("fill3.mid", "s1,rock,90,fill", "validation", whole);
        Write("fill4.mid", "s1,rock,90,fill", "train", whole);
        _rows.Add("s1,rock,120,fill,test.mid,test");
        File.WriteAllText(Path.Combine(_folder.Path, "test.mid"), "whoever reads this reports it");
        File.WriteAllLines(Path.Combine(_folder.Path, "info.csv"), _rows);
        List<string> lines = [];
        FillData data = FillData.Read(_folder.Path, new CorpusReading { Report = lines.Add });

        // A fill that begins late follows the pattern until then. The last has the tempo of a held-out beat: its genre's patterns count.
        Assert.Equal(
            [Example(rock, whole), Example(funk, [.. funk[..8], .. late[8..]]), Example(rock, whole)], data.Training);
        Assert.Equal([Example(slow, whole)], data.HeldOut);
        Assert.Empty(lines);

        static FillExample Example(ushort[] beat, ushort[] fill) =>
            new(new Pattern([.. beat, .. beat]), new Pattern([.. beat, .. fill]), IsRecorded: true);
    }

    // Counted with the same rules by a Python program that reads MIDI by itself, except for which patterns are typical.
    [Fact]
    public void The_research_data_has_the_fills_that_Python_counted()
    {
        Assert.SkipWhen(Repository.Data("groove") is null, "../shared/data is not there");
        FillData data = FillData.Read(Repository.Data("groove")!);
        Assert.Equal((1232, 157), (data.Training.Count(fill => !fill.IsRecorded), data.HeldOut.Count(fill => !fill.IsRecorded)));
        Assert.Equal(76, data.HeldOut.Count(fill => fill.IsRecorded));
    }

    [Fact]
    public void The_shipped_fills_have_the_figures_of_the_manifest()
    {
        Assert.SkipWhen(Repository.Data("groove") is null, "../shared/data is not there");
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
        using FillModel model = new(bundle);
        PatternFill fill = new() { Voices = Pattern.AllVoices };
        FillScore score = FillEvaluation.Measure(Generate, FillData.Read(Repository.Data("groove")!), bundle)
            .Single(one => one.Name == FillEvaluation.ModelName);
        double Fact(string name) => double.Parse(bundle.Manifest.Training[name], CultureInfo.InvariantCulture);
        Assert.Equal(Fact("fillsPrecision"), score.Precision!.Value, 0.005);
        Assert.Equal(Fact("fillsRecall"), score.Recall!.Value, 0.005);
        Assert.Equal(Fact("fillsShare"), score.FillShare, 0.005);

        Pattern[] Generate(Pattern[] patterns, int[] seeds) => [.. patterns.Zip(seeds, (pattern, seed) =>
        {
            model.Generate(pattern, seed, fill);
            return fill.In(pattern);
        })];
    }

    private void Write(string name, string take, string split, params ushort[][] bars)
    {
        const int TicksPerStep = 24;
        TrackChunk track = new();
        foreach ((int step, ushort mask) in bars.SelectMany(bar => bar).Index())
        {
            for (int voice = 0; voice < Pattern.VoiceCount; voice++)
            {
                if ((mask >> voice & 1) != 0)
                {
                    track.AddNote(step * TicksPerStep, 12, channel: 9, Kit.NoteOf((Voice)voice), velocity: 100);
                }
            }
        }

        MidiFile file = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(4 * TicksPerStep));
        file.Tracks.Add(track);
        file.Write(Path.Combine(_folder.Path, name));
        _rows.Add($"{take},{name},{split}");
    }
}
