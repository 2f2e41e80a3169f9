using DrumSpace.Midi;
using DrumSpace.Midi.Clips;
using DrumSpace.Plugin.Capture;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Commands;

[Collection("log")]
public sealed class CaptureTests : IDisposable
{
    private const float OneTrack = 0.5f;
    private const float Voices = 1;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drumspace-captures-");
    private readonly ManualClock _clock = new();
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship");

    public void Dispose()
    {
        _models.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_clip_holds_what_the_host_received_note_by_note()
    {
        using SongPlayer player = new(_models.List());
        player.Set(ParameterTable.Knobs[0], 1);
        player.Set(ParameterTable.Knobs[1], 1);
        player.Set(ParameterTable.Swing, 0.37f);
        player.Set(ParameterTable.Chance[2], 0.7f);
        player.Play(16);
        (double Ppq, byte Note, byte Velocity)[] received = [.. player.Notes];
        Assert.True(received.Length > 40);
        foreach (bool isTrackPerVoice in (bool[])[false, true])
        {
            using MemoryStream stream = new();
            CaptureClipFile.ToMidiFile(player.Core.Capture(4)!, new() { TrackPerVoice = isTrackPerVoice }).Write(stream);
            MidiFile file = MidiFile.Read(stream.ToArray(), "capture");
            Assert.Equal(isTrackPerVoice ? MidiFileFormat.MultiTrack : MidiFileFormat.SingleTrack, file.Format);
            Assert.Equal(isTrackPerVoice ? 4 : 1, file.Tracks.Count);
            Assert.All(file.Tracks, track => Assert.Equal(16 * 960, track.EndTicks));
            (long, byte, byte)[] written = [.. file.Tracks.SelectMany(NoteOns).Order()];
            Assert.Equal(received.Select(note => ((long)Math.Round(note.Ppq * 960), note.Note, note.Velocity)).Order(), written);
        }
    }

    [Theory]
    [InlineData(OneTrack, MidiFileFormat.SingleTrack)]
    [InlineData(Voices, MidiFileFormat.MultiTrack)]
    public void The_command_writes_a_file_and_goes_back_by_itself(float command, MidiFileFormat format)
    {
        using SongPlayer player = new(_models.List(), Captures);
        player.Play(12.5);
        player.Set(ParameterTable.CaptureBars, 1 / 6f);
        player.Set(ParameterTable.Capture, command);
        player.PlayUntil(() => player.Core.Status.Length > 0);
        Assert.Equal(0, player.Core.Parameters[ParameterTable.Capture]);
        string file = _folder.GetFiles().Single().FullName;
        Assert.Equal($"Captured 2 bars, 32 notes: {file}", player.Core.Status);
        Assert.Equal((format, 8 * 960), (MidiFile.Read(file).Format, MidiFile.Read(file).Tracks[^1].EndTicks));
    }

    [Fact]
    public void Before_anything_is_heard_there_is_nothing_to_capture()
    {
        using SongPlayer player = new(_models.List(), Captures) { IsPlaying = false };
        player.Set(ParameterTable.Capture, OneTrack);
        player.PlayUntil(() => player.Core.Status.Length > 0);
        Assert.Equal("Nothing was captured, because nothing was played yet.", player.Core.Status);
        Assert.Null(player.Core.Capture(1));
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void However_often_a_host_asks_only_a_few_files_are_written()
    {
        using SongPlayer player = new(_models.List(), Captures) { Block = 64 };
        player.Play(4);
        for (int number = 0; number < 2000; number++)
        {
            player.Set(ParameterTable.Capture, number % 2 == 0 ? OneTrack : Voices);
            player.Play(64.0 / SongPlayer.FramesPerQuarter);
        }

        player.PlayUntil(() => player.Core.Status.EndsWith("too fast.", StringComparison.Ordinal) || Ask(player));
        Assert.Equal(CaptureRate.Burst, _folder.GetFiles().Length);
    }

    [Fact]
    public void Instances_that_capture_at_once_each_write_a_file()
    {
        CaptureFolder captures = Captures;
        SongPlayer[] players = [.. Enumerable.Range(0, 8).Select(_ => new SongPlayer(_models.List(), captures))];
        Array.ForEach(players, player => player.Play(9));
        Array.ForEach(players, player => player.Set(ParameterTable.Capture, OneTrack));
        Array.ForEach(players, player => player.Play(0.1));
        Array.ForEach(players, player => player.PlayUntil(() => player.Core.Status.Length > 0));
        string[] files = [.. players.Select(player => player.Core.Status.Split(": ")[1]).Order(StringComparer.Ordinal)];
        Assert.Equal(_folder.GetFiles().Select(file => file.FullName).Order(StringComparer.Ordinal), files);
        Assert.Equal(8, files.Length);
        Array.ForEach(players, player => player.Dispose());
    }

    [Fact]
    public void Both_forms_asked_for_at_once_are_both_written()
    {
        using SongPlayer player = new(_models.List(), Captures) { Block = 64 };
        player.Play(9);
        player.Set(ParameterTable.Capture, OneTrack);
        player.Play(64.0 / SongPlayer.FramesPerQuarter);
        player.Set(ParameterTable.Capture, Voices);
        player.PlayUntil(() => _folder.GetFiles("*.mid").Length == 2);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_gives_one_clear_line_and_the_beat_plays_on()
    {
        string path = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(path, "no folder");
        using SongPlayer player = new(_models.List(), new CaptureFolder(_clock, path));
        player.Play(8);
        player.Set(ParameterTable.Capture, OneTrack);
        player.PlayUntil(() => player.Core.Status.Length > 0);
        Assert.StartsWith("Nothing was captured: ", player.Core.Status);
        Assert.Contains(path, player.Core.Status);
        Assert.DoesNotContain('\n', player.Core.Status);
        Assert.True(player.Plays(42));
    }

    private CaptureFolder Captures => new(_clock, _folder.FullName);

    private static bool Ask(SongPlayer player)
    {
        player.Set(ParameterTable.Capture, OneTrack);
        return false;
    }

    private static IEnumerable<(long, byte, byte)> NoteOns(TrackChunk track) =>
        track.Events.ToArray().Where(one => one.IsNoteOn).Select(one => (one.Ticks, one.Data1, one.Data2));
}
