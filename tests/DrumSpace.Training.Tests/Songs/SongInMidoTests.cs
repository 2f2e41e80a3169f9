using System.Diagnostics;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Songs;
using DrumSpace.Music.Melody;
using DrumSpace.Music.Songs;
using DrumSpace.Training.Songs;

namespace DrumSpace.Training.Tests.Songs;

/// <summary>A song as Debian's python3-mido reads it.</summary>
public class SongInMidoTests
{
    private const string Script = """
        import sys
        try:
            import mido
        except ImportError:
            sys.exit(77)
        midi = mido.MidiFile(sys.argv[1])
        print("type", midi.type, "tracks", [track.name for track in midi.tracks])
        for track in midi.tracks:
            now, sounding = 0, set()
            for message in track:
                now += message.time
                if message.type == "marker":
                    print("marker", now / midi.ticks_per_beat / 4, message.text)
                elif message.type == "set_tempo":
                    print("tempo", mido.tempo2bpm(message.tempo))
                elif message.type == "time_signature":
                    print("meter", message.numerator, message.denominator)
                elif message.type == "key_signature":
                    print("key", message.key)
                elif message.type == "note_on":
                    assert (message.channel, message.note) not in sounding and message.velocity > 0
                    sounding.add((message.channel, message.note))
                elif message.type == "note_off":
                    sounding.remove((message.channel, message.note))
            assert not sounding and track[-1].type == "end_of_track"
            print("end", now / midi.ticks_per_beat / 4, "channels", sorted({m.channel for m in track if m.type == "note_on"}))
        """;

    [Fact]
    public async Task Mido_reads_names_markers_tempo_signatures_and_ends()
    {
        Assert.True(SongFormParser.TryParse("I V C V O2", 4, out SongForm form, out _));
        using TemporaryFolder folder = new();
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
        using SongComposer composer = new(bundle);
        string path = Path.Combine(folder.Path, "song.mid");
        Song song = composer.Compose(new SongRequest(form, new MusicalKey(6, KeyMode.Minor), 125, 11, Groove: 1));
        SongFile.ToMidiFile(song, "My song").Write(path);

        using Process? python = Python.Start(Script, path);
        Assert.SkipWhen(python == null, "There is no Debian Python here.");
        Task<string> errors = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(python.ExitCode == Python.MissingModule, "python3-mido is not installed.");
        Assert.Equal(("", 0), (await errors, python.ExitCode));
        Assert.Equal(
            """
            type 1 tracks ['My song', 'Drums', 'Bass', 'Lead']
            tempo 125.0
            meter 4 4
            key F#m
            marker 0.0 Intro
            marker 2.0 Verse 1
            marker 6.0 Chorus
            marker 10.0 Verse 2
            marker 14.0 Outro
            end 16.0 channels []
            end 16.0 channels [9]
            end 16.0 channels [1]
            end 16.0 channels [0]
            """.ReplaceLineEndings("\n"),
            output.ReplaceLineEndings("\n").TrimEnd());
    }
}
