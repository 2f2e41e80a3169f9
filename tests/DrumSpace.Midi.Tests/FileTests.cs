using DrumSpace.Midi.Files;

namespace DrumSpace.Midi.Tests;

public sealed class FileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drumspace-files-");

    private string Target => Path.Combine(_folder.FullName, "a");

    [Fact]
    public void A_file_takes_the_place_of_another_whole_and_leaves_nothing_beside()
    {
        AtomicFile.Write(Target, [1, 2, 3]);
        AtomicFile.Write(Target, [4]);
        Assert.Equal([4], File.ReadAllBytes(Target));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void What_fails_while_it_is_written_leaves_what_was_there()
    {
        AtomicFile.Write(Target, [1]);
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(Target, stream =>
        {
            stream.WriteByte(2);
            throw new InvalidOperationException();
        }));
        Assert.Equal([1], File.ReadAllBytes(Target));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void A_file_that_must_be_new_takes_no_place()
    {
        AtomicFile.Write(Target, [1]);
        Assert.Throws<IOException>(() => AtomicFile.Write(Target, stream => stream.WriteByte(2), overwrite: false));
        Assert.Equal([1], File.ReadAllBytes(Target));
        Assert.Single(_folder.GetFiles());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_file_is_read_up_to_the_bound(int length)
    {
        byte[] content = [.. Enumerable.Range(0, length).Select(value => (byte)value)];
        File.WriteAllBytes(Target, content);
        Assert.Equal(content, BoundedFile.Read(Target, 8));
    }

    [Fact]
    public void A_longer_file_a_folder_and_a_device_without_an_end_are_refused()
    {
        File.WriteAllBytes(Target, new byte[9]);
        Assert.Contains(Target, Assert.Throws<IOException>(() => BoundedFile.Read(Target, 8)).Message);
        Assert.Throws<UnauthorizedAccessException>(() => BoundedFile.Read(_folder.FullName, 8));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no such device.");
        Assert.Throws<IOException>(() => BoundedFile.Read("/dev/zero", 8));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
