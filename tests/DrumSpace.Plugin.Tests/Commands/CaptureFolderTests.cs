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
    public void Processes_that_write_in_the_same_second_each_get_a_file_of_their_own()
    {
        // A folder object stands for a process: they know nothing of each other.
        const int Processes = 8, Captures = 8;
        CaptureFolder[] folders = [.. Enumerable.Range(0, Processes).Select(_ => new CaptureFolder(_clock, Folder))];
        string[][] written = new string[Processes][];
        Thread[] threads = [.. Enumerable.Range(0, Processes).Select(number => new Thread(
            () => written[number] = [.. Enumerable.Range(0, Captures).Select(_ => folders[number].Write(Clip(), 8))]))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(Processes * Captures, written.SelectMany(files => files).Distinct().Count());
        Assert.Equal(Processes * Captures, Directory.GetFiles(Folder).Length);
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
