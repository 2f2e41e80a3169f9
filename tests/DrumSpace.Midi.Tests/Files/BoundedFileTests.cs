using System.Diagnostics;
using DrumSpace.Midi.Files;

namespace DrumSpace.Midi.Tests.Files;

public sealed class BoundedFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9_999)]
    [InlineData(10_000)]
    public void A_file_within_the_limit_is_read_as_a_whole(int length)
    {
        byte[] content = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        File.WriteAllBytes(_path, content);
        Assert.Equal(content, BoundedFile.Read(_path, 10_000));
    }

    [Fact]
    public void A_longer_file_is_refused_unread_and_named()
    {
        // Sparse, so that the terabyte takes no space.
        using (FileStream stream = File.OpenWrite(_path))
        {
            stream.SetLength(1L << 40);
        }

        Assert.Contains(_path, Assert.Throws<IOException>(() => BoundedFile.Read(_path, 10_000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_without_end_is_refused_at_the_limit()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "Only Unix has such a device.");
        Assert.Throws<IOException>(() => BoundedFile.Read("/dev/zero", 10_000));
    }

    [Fact]
    public void A_pipe_without_a_writer_a_device_behind_a_link_and_a_folder_are_refused_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Unix has such files.");
        string folder = Directory.CreateTempSubdirectory("drumspace-special").FullName;
        (string pipe, string link) = (Path.Combine(folder, "pipe"), Path.Combine(folder, "link"));
        using (Process make = Process.Start("mkfifo", [pipe]))
        {
            make.WaitForExit();
        }

        File.CreateSymbolicLink(link, "/dev/zero");
        try
        {
            Assert.Equal($"'{pipe}' is a pipe, not a file.", RefusalOf(pipe));
            Assert.Equal($"'{link}' is a device, not a file.", RefusalOf(link));
            Assert.Equal($"'{folder}' is a folder, not a file.", RefusalOf(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static string RefusalOf(string path) => Assert.Throws<IOException>(() => BoundedFile.Read(path, 10_000)).Message;
    }

    [Fact]
    public void One_buffer_serves_many_files()
    {
        byte[] buffer = [];
        File.WriteAllBytes(_path, new byte[5000]);
        Assert.Equal(5000, BoundedFile.Read(_path, 10_000, ref buffer).Length);
        byte[] first = buffer;
        File.WriteAllBytes(_path, [1, 2, 3]);
        Assert.Equal([1, 2, 3], BoundedFile.Read(_path, 10_000, ref buffer).ToArray());
        Assert.Same(first, buffer);
    }
}
