using DrumSpace.Midi.Files;

namespace DrumSpace.Midi.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-atomic").FullName;

    private string Target => Path.Combine(_folder, "file");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void New_content_replaces_the_old_and_leaves_nothing_beside_it()
    {
        AtomicFile.Write(Target, "old, and longer"u8);
        AtomicFile.Write(Target, "new"u8);
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void The_old_content_stays_until_the_new_is_committed()
    {
        File.WriteAllText(Target, "old");
        using (AtomicFile file = new(Target))
        {
            file.Stream.Write("new"u8);
            Assert.Equal("old", File.ReadAllText(Target));
        }

        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_path_that_cannot_be_replaced_keeps_what_it_has()
    {
        Directory.CreateDirectory(Path.Combine(Target, "inside"));
        Assert.ThrowsAny<SystemException>(() => AtomicFile.Write(Target, "new"u8));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }
}
