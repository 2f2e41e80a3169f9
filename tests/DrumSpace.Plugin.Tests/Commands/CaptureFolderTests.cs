using DrumSpace.Midi;
using DrumSpace.Plugin.Capture;

namespace DrumSpace.Plugin.Tests.Commands;

public sealed class CaptureFolderTests : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("drumspace-captures-");
    private readonly ManualClock _clock = new();

    private string Folder => Path.Combine(_temporary.FullName, "new", "captures");

    public void Dispose() => _temporary.Delete(recursive: true);

    [Fact]
    public void Files_are_named_after_time_and_bars_and_never_written_over()
    {
        CaptureFolder folder = new(_clock, Folder);
        string[] names = [.. new[] { 1, 8, 8, 8 }.Select(bars => Path.GetFileName(folder.Write(Clip(), bars)))];
        Assert.Equal(
            [
                "DrumSpace 2026-11-22 13.18.29, 1 bar.mid", "DrumSpace 2026-11-22 13.18.29, 8 bars.mid",
                "DrumSpace 2026-11-22 13.18.29, 8 bars (2).mid", "DrumSpace 2026-11-22 13.18.29, 8 bars (3).mid",
            ],
            names);
        Assert.All(Directory.GetFiles(Folder), file => Assert.Equal(96, MidiFile.Read(file).Division.TicksPerQuarter));
    }

    [Fact]
    public void A_few_may_follow_each_other_and_then_one_comes_every_ten_seconds()
    {
        CaptureFolder folder = new(_clock, Folder);
        Assert.Equal(CaptureFolder.Burst, Enumerable.Range(0, 1000).Count(_ => folder.MayWrite()));
        int written = 0;
        for (int tenth = 0; tenth < 10 * 60; tenth++)
        {
            _clock.Pass(TimeSpan.FromSeconds(0.1));
            written += folder.MayWrite() ? 1 : 0;
        }

        Assert.InRange(written, 5, 6);
    }

    [Fact]
    public void A_full_folder_takes_no_more()
    {
        CaptureFolder folder = new(_clock, Folder);
        Directory.CreateDirectory(Folder);
        for (int number = 0; number < CaptureFolder.MostFiles; number++)
        {
            File.WriteAllBytes(Path.Combine(Folder, $"DrumSpace {number}.mid"), []);
        }

        IOException full = Assert.Throws<IOException>(() => folder.Write(Clip(), 4));
        Assert.Equal($"{Folder} has 1000 captures already; move some away.", full.Message);
        Assert.Equal(CaptureFolder.MostFiles, Directory.GetFiles(Folder).Length);
    }

    [Fact]
    public void The_folder_is_the_users_own_unless_named()
    {
        CaptureFolder folder = new(_clock);
        string? before = Environment.GetEnvironmentVariable("DRUMSPACE_CAPTURES");
        try
        {
            Environment.SetEnvironmentVariable("DRUMSPACE_CAPTURES", Folder);
            Assert.Equal(Folder, folder.Path);
            Environment.SetEnvironmentVariable("DRUMSPACE_CAPTURES", "");
            Assert.Equal("DrumSpace", Path.GetFileName(folder.Path));
            Assert.True(Path.IsPathRooted(folder.Path));
        }
        finally
        {
            Environment.SetEnvironmentVariable("DRUMSPACE_CAPTURES", before);
        }
    }

    private static MidiFile Clip()
    {
        MidiFile file = new(MidiFileFormat.SingleTrack, TimeDivision.Ppq(96));
        file.Tracks.Add(new TrackChunk());
        return file;
    }
}
