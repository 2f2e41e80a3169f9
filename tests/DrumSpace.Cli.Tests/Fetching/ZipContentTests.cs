using System.IO.Compression;
using DrumSpace.Cli.Fetching;

namespace DrumSpace.Cli.Tests.Fetching;

/// <summary>Good and malicious archives.</summary>
public sealed class ZipContentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-zip").FullName;

    private string Archive => Path.Combine(_folder, "a.zip");

    private string Target => Path.Combine(_folder, "out");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_single_top_folder_is_left_out_and_two_are_not()
    {
        Write(("all/", 0, ""), ("all/a.mid", 0, "1"), ("all/b/c.mid", 0, "2"));
        ZipContent.Unpack(Archive, Target);
        Assert.Equal("1", File.ReadAllText(Path.Combine(Target, "a.mid")));
        Assert.Equal("2", File.ReadAllText(Path.Combine(Target, "b", "c.mid")));

        Directory.Delete(Target, recursive: true);
        Write(("all/a.mid", 0, "1"), ("more/a.mid", 0, "2"), ("c.mid", 0, "3"));
        ZipContent.Unpack(Archive, Target);
        Assert.Equal("2", File.ReadAllText(Path.Combine(Target, "more", "a.mid")));
        Assert.Equal("3", File.ReadAllText(Path.Combine(Target, "c.mid")));
    }

    [Theory]
    [InlineData("../a.mid")]
    [InlineData("a/../../a.mid")]
    [InlineData("a/../../b/")]
    [InlineData("/tmp/a.mid")]
    [InlineData("a//b.mid")]
    [InlineData("./a.mid")]
    [InlineData("..\\a.mid")]
    [InlineData("C:a.mid")]
    public void A_name_that_may_lead_elsewhere_is_refused_before_anything_is_written(string name)
    {
        Write(("good.mid", 0, "1"), (name, 0, ""));
        AssertRefused($"{Archive}: the name '{name}' may lead out of the folder");
    }

    [Theory]
    [InlineData(0xA1FF)] // a symbolic link
    [InlineData(0x61B6)] // a block device
    public void Links_and_devices_are_refused(int mode)
    {
        Write(("good.mid", 0x81A4, "1"), ("a.mid", mode, "/etc/passwd"));
        AssertRefused($"{Archive}: 'a.mid' is a link or a device, not a file");
    }

    [Fact]
    public void More_than_allowed_is_refused_while_it_is_unpacked()
    {
        Write(("a.mid", 0, new string('a', 60_000)), ("b.mid", 0, new string('b', 60_000)));
        Assert.True(new FileInfo(Archive).Length < 2000);
        FetchException error = Assert.Throws<FetchException>(() => ZipContent.Unpack(Archive, Target, maxBytes: 100_000));
        Assert.Equal($"{Archive}: unpacks to more than the 100000 bytes that are allowed", error.Message);
        Assert.True(Directory.GetFiles(Target).Sum(path => new FileInfo(path).Length) <= 100_000);
    }

    [Fact]
    public void A_file_that_is_not_an_archive_is_refused_by_name()
    {
        File.WriteAllText(Archive, "not at all");
        FetchException error = Assert.Throws<FetchException>(() => ZipContent.Unpack(Archive, Target));
        Assert.StartsWith($"{Archive}: ", error.Message, StringComparison.Ordinal);
    }

    private void AssertRefused(string message)
    {
        Assert.Equal(message, Assert.Throws<FetchException>(() => ZipContent.Unpack(Archive, Target)).Message);
        Assert.Equal([Archive], Directory.GetFileSystemEntries(_folder));
    }

    private void Write(params (string Name, int Mode, string Content)[] entries)
    {
        using FileStream file = File.Create(Archive);
        using ZipArchive zip = new(file, ZipArchiveMode.Create);
        foreach ((string name, int mode, string content) in entries)
        {
            ZipArchiveEntry entry = zip.CreateEntry(name);
            entry.ExternalAttributes = mode << 16;
            using StreamWriter writer = new(entry.Open());
            writer.Write(content);
        }
    }
}
