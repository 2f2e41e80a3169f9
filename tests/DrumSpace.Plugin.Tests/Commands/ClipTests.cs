using System.Diagnostics;
using System.Text;
using DrumSpace.Midi;
using DrumSpace.Plugin.Capture;
using DrumSpace.Music.Capture;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Commands;

/// <summary>Clips hold what process() outputs in the song's first two bars, to the tick.</summary>
[Collection("log")]
public sealed class ClipTests : IDisposable
{
    private const int Bars = 2 * 4 * 960;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drumspace-clips-");
    private readonly ManualClock _clock = new();
    private readonly TestModels _models = new TestModels().Add("flagship", "Flagship", hasCompanions: true);

    private CaptureFolder Captures => new(_clock, _folder.FullName);

    private string Clips => Path.Combine(_folder.FullName, "Clips");

    public void Dispose()
    {
        _models.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_beat_is_what_the_host_received_note_by_note(bool trackPerVoice)
    {
        using SongPlayer player = Player();
        player.Set(ParameterTable.Swing, 0.37f);
        player.Set(ParameterTable.Density, 0.7f);
        player.Set(ParameterTable.Chance[2], 0.6f);
        player.Set(ParameterTable.Mute[1], 1);
        player.Set(ParameterTable.GrooveVelocity, 1);
        player.Set(ParameterTable.Fill, 0.4f);
        player.Set(ParameterTable.LowVelocity, 0.2f);
        (long, byte, byte)[] received = Received(player);
        Assert.True(received.Length > 10);
        MidiFile file = MidiFile.Read(player.Core.WriteClip(ClipKind.Beat, 2, trackPerVoice)!);
        Assert.Equal(received, NotesOf(file));
        Assert.All(file.Tracks, track => Assert.Equal(Bars, track.EndTicks));
        Assert.Equal(trackPerVoice, file.Tracks.Count > 1);
        Assert.Equal(file.Tracks.Count, file.Tracks.Select(NameOf).Distinct().Count());
    }

    [Fact]
    public void With_groove_time_it_has_the_hits_of_its_own_bars()
    {
        using SongPlayer player = Player();
        player.Set(ParameterTable.GrooveTiming, 1);
        (long Ticks, byte, byte)[] received = Received(player);
        (long Ticks, byte, byte)[] clip = NotesOf(MidiFile.Read(player.Core.WriteClip(ClipKind.Beat, 2, trackPerVoice: false)!));

        // An early hit of the third bar is no part of the clip.
        Assert.Equal(received.Where(note => note.Ticks < Bars - 120), clip.Where(note => note.Ticks < Bars - 120));
        Assert.Contains(clip, note => note.Ticks % 240 != 0);
    }

    [Fact]
    public void A_melody_is_the_phrase_alone()
    {
        using SongPlayer player = Player();
        player.Core.Parameters.Set(ParameterTable.MelodyOn, true);
        player.Core.Parameters.Set(ParameterTable.MelodyChannel, 5);
        player.Play(1);
        player.Position = 0;
        player.Play(8);
        (long, byte, byte)[] received = [.. player.Output.Where(one => one.Midi.Status == 0x94)
            .Select(one => ((long)Math.Round(one.Ppq * 960), one.Midi.Data1, one.Midi.Data2)).Order()];
        Assert.NotEmpty(received);
        Assert.Equal(received, NotesOf(MidiFile.Read(player.Core.WriteClip(ClipKind.Melody, 2, trackPerVoice: true)!)));
    }

    [Fact]
    public void Without_a_melody_a_drum_or_a_bar_that_was_played_there_is_no_clip_and_the_status_tells()
    {
        using SongPlayer player = new(_models.List(), Captures) { IsPlaying = false };
        Assert.Null(player.Core.WriteClip(ClipKind.Captured, 4, trackPerVoice: false));
        Assert.Equal("No clip was written, because nothing was played yet.", player.Core.Status);
        Assert.Null(player.Core.WriteClip(ClipKind.Melody, 2, trackPerVoice: false));
        Assert.Equal("No clip was written, because there is no melody.", player.Core.Status);
        Array.ForEach([.. ParameterTable.Mute], mute => player.Core.Parameters.Set(mute, true));
        Assert.Null(player.Core.WriteClip(ClipKind.Beat, 2, trackPerVoice: false));
        Assert.Equal("No clip was written, because no drum sounds.", player.Core.Status);
        Assert.Throws<ArgumentOutOfRangeException>(() => player.Core.WriteClip(ClipKind.Captured, 0, trackPerVoice: false));
        Assert.False(Directory.Exists(Clips));
        File.WriteAllText(Clips, "no folder");
        player.Core.Parameters.Set(ParameterTable.Mute[2], false);
        Assert.Null(player.Core.WriteClip(ClipKind.Beat, 2, trackPerVoice: false));
        Assert.StartsWith("No clip was written: ", player.Core.Status);
    }

    [Fact]
    public void Captured_bars_are_the_last_that_were_played()
    {
        using SongPlayer player = Player();
        player.Play(13);
        MidiFile file = MidiFile.Read(player.Core.WriteClip(ClipKind.Captured, 3, trackPerVoice: false)!);
        Assert.Equal(3 * 4 * 960, file.Tracks[0].EndTicks);
        Assert.Equal(player.Core.Capture(3)!.Notes.Count, NotesOf(file).Length);
    }

    [Fact]
    public void A_slots_seed_and_rows_are_played()
    {
        using SongPlayer player = Player();
        player.Set(ParameterTable.Chance[2], 0.5f);
        player.Core.Parameters.Set(ParameterTable.Seed, 77);
        player.Core.Parameters.Set(ParameterTable.Store, 2);
        player.Play(1);
        player.Core.Parameters.Set(ParameterTable.Seed, 1);
        player.Core.Parameters.Set(ParameterTable.Slot, 2);
        (long, byte, byte)[] received = Received(player);
        Assert.Equal(received, NotesOf(MidiFile.Read(player.Core.WriteClip(ClipKind.Beat, 2, trackPerVoice: false)!)));
    }

    [Fact]
    public void Names_tell_time_kind_and_coordinates_and_are_never_taken_twice()
    {
        using SongPlayer player = Player();
        player.Play(8);
        string[] names = [.. new[] { ClipKind.Beat, ClipKind.Beat, ClipKind.Captured }
            .Select(kind => Path.GetFileName(player.Core.WriteClip(kind, 1, trackPerVoice: false)!))];
        Assert.Equal(
            [
                "DrumSpace 2026-11-22 13.18.29 90-90-25-25 beat.mid", "DrumSpace 2026-11-22 13.18.29 90-90-25-25 beat (2).mid",
                "DrumSpace 2026-11-22 13.18.29 90-90-25-25 captured.mid",
            ],
            names);
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.GetFiles(Clips).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Before_the_first_clip_those_of_a_year_ago_are_deleted_and_nothing_else()
    {
        Directory.CreateDirectory(Clips);
        string[] ours = ["DrumSpace 2025-01-02 03.04.05 1-22-100-0 beat.mid", "DrumSpace 2025-01-02 03.04.05 1-22-100-0 melody (12).mid"];
        string[] others =
        [
            "DrumSpace 2025-01-02 03.04.05 1-22-100 beat.mid", "DrumSpace 2025-13-02 03.04.05 1-22-100-0 beat.mid", "DrumSpace.mid",
            "DrumSpace 2025-01-02 03.04.05, 8 bars.mid", "DrumSpace 2025-01-02 03.04.05 1-22-100-0 beat mine.mid", "song.mid",
        ];
        string young = "DrumSpace 2026-01-02 03.04.05 1-22-100-0 beat.mid";
        foreach (string name in (string[])[.. ours, .. others, young])
        {
            File.WriteAllText(Path.Combine(Clips, name), "");
            File.SetLastWriteTimeUtc(Path.Combine(Clips, name), name == young ? new DateTime(2026, 1, 2) : new DateTime(2025, 11, 21));
        }

        using SongPlayer player = Player();
        Assert.NotNull(player.Core.WriteClip(ClipKind.Beat, 2, trackPerVoice: false));
        Assert.Equal(
            [.. others.Append(young).Order(StringComparer.Ordinal)],
            Directory.GetFiles(Clips).Select(file => Path.GetFileName(file)!).Where(name => !name.Contains("11-22")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_clip_takes_less_than_twenty_milliseconds()
    {
        using SongPlayer player = Player();
        player.Play(8);
        player.Core.WriteClip(ClipKind.Beat, 2, trackPerVoice: false);
        double[] took = [.. Enumerable.Range(0, 9).Select(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            player.Core.WriteClip(ClipKind.Beat, 2, trackPerVoice: false);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order()];
        TestContext.Current.TestOutputHelper!.WriteLine($"{took[0]:F2} to {took[^1]:F2} ms, median {took[4]:F2}");
        Assert.True(took[0] < 20, $"{took[0]} ms");
    }

    private SongPlayer Player()
    {
        SongPlayer player = new(_models.List(), Captures);
        player.Set(ParameterTable.Knobs[0], 0.9f);
        player.Set(ParameterTable.Knobs[1], 0.9f);
        return player;
    }

    private static (long Ticks, byte Note, byte Velocity)[] Received(SongPlayer player)
    {
        player.Play(1);
        player.Position = 0;
        player.Play(8);
        return [.. player.Notes.Select(note => ((long)Math.Round(note.Ppq * 960), note.Note, note.Velocity)).Order()];
    }

    private static (long Ticks, byte Note, byte Velocity)[] NotesOf(MidiFile file) => [.. file.Tracks
        .SelectMany(track => track.Events.ToArray()).Where(one => one.IsNoteOn).Select(one => (one.Ticks, one.Data1, one.Data2)).Order()];

    private static string NameOf(TrackChunk track) =>
        Encoding.UTF8.GetString(track.PayloadOf(track.Events.ToArray().First(one => one.Is(MetaType.TrackName))));
}
