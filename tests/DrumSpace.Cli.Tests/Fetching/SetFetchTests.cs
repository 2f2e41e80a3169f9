using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DrumSpace.Cli.Fetching;

namespace DrumSpace.Cli.Tests.Fetching;

/// <summary>Downloads from a server on the loopback interface, good and bad.</summary>
public sealed class SetFetchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-fetch").FullName;
    private readonly LoopbackServer _server = new();
    private readonly byte[] _text = Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(0, 50_000)));
    private readonly byte[] _zip = Zip("groove/info.csv", "groove/drummer1/a.mid");

    private string Target => Path.Combine(_folder, "set");

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_set_arrives_whole_and_unpacked_and_nothing_else_stays()
    {
        _server.Serve("/set/text", _text);
        _server.Serve("/set/midi.zip", _zip);
        Dictionary<string, long> done = [];
        await SetFetch.RunAsync(Set(), Target, null, (file, bytes, _) => done[file.Name] = bytes, SetFetch.Patience, Now);
        Assert.Equal(["drummer1/a.mid", "info.csv", "text"], Names(Target));
        Assert.Equal(_text, File.ReadAllBytes(Path.Combine(Target, "text")));
        Assert.Equal("content of groove/info.csv", File.ReadAllText(Path.Combine(Target, "info.csv")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
        Assert.Equal((_text.Length, _zip.Length), (done["text"], done["midi.zip"]));
    }

    [Fact]
    public async Task Redirects_are_followed_and_loops_are_refused()
    {
        _server.Serve("/set/midi.zip", _zip);
        _server.Serve("/elsewhere", _text);
        _server.Answer("/set/text", "302 Found", "Location: /elsewhere\r\nContent-Length: 0", []);
        await Fetch();
        Assert.Equal(_text, File.ReadAllBytes(Path.Combine(Target, "text")));

        Directory.Delete(Target, recursive: true);
        _server.Answer("/elsewhere", "302 Found", "Location: /set/text\r\nContent-Length: 0", []);
        await AssertRefused($"{_server.Address}text: the server answers 302 Found");
    }

    [Fact]
    public async Task A_missing_file_is_named_with_the_servers_answer() =>
        await AssertRefused($"{_server.Address}text: the server answers 404 Not Found", isNothingLeft: true);

    [Fact]
    public async Task A_truncated_body_is_refused_with_its_length()
    {
        _server.Answer("/set/text", "200 OK", $"Content-Length: {_text.Length}", _text[..1000]);
        await AssertRefused($"{_server.Address}text: the connection breaks off after 1000 of {_text.Length} bytes");

        // Without a length, a disconnection looks like the end of the file.
        _server.Answer("/set/text", "200 OK", "Content-Type: text/plain", _text[..1000]);
        await AssertRefused($"{_server.Address}text: ends after 1000 of {_text.Length} bytes");
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused_before_it_fills_the_disk()
    {
        _server.Serve("/set/text", [.. _text, 0]);
        await AssertRefused($"{_server.Address}text: longer than the {_text.Length} bytes of the published file");
    }

    [Fact]
    public async Task Another_content_is_refused_with_both_checksums()
    {
        byte[] other = [.. _text[..^1], (byte)'x'];
        _server.Serve("/set/text", other);
        await AssertRefused($"{_server.Address}text: its SHA-256 is {Sha256(other)}, but that of the published file is {Sha256(_text)}");
    }

    [Fact]
    public async Task A_silent_server_times_out()
    {
        _server.KeepSilent("/set/text");
        FetchException error = await Assert.ThrowsAsync<FetchException>(() =>
            SetFetch.RunAsync(Set(), Target, null, (_, _, _) => { }, TimeSpan.FromMilliseconds(200), Now));
        Assert.Equal($"{_server.Address}text: the server is silent for 0 s, after 0 bytes", error.Message);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        LoopbackServer gone = new();
        Uri address = gone.Address;
        gone.Dispose();
        FetchException error = await Assert.ThrowsAsync<FetchException>(() =>
            SetFetch.RunAsync(Set(), Target, address, (_, _, _) => { }, SetFetch.Patience, Now));
        Assert.StartsWith($"{address}text: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_files_of_an_interrupted_run_are_not_downloaded_again()
    {
        _server.Serve("/set/text", _text);
        await AssertRefused($"{_server.Address}midi.zip: the server answers 404 Not Found");
        _server.Serve("/set/midi.zip", _zip);
        await Fetch();
        Assert.Equal(["/set/text", "/set/midi.zip", "/set/midi.zip"], _server.Asked);
        Assert.Equal(["drummer1/a.mid", "info.csv", "text"], Names(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_full_disk_is_an_error_that_names_the_file()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");
        _server.Serve("/set/text", _text);
        string part = Path.Combine(Target + ".part", "files", "text.part");
        Directory.CreateDirectory(Path.GetDirectoryName(part)!);
        File.CreateSymbolicLink(part, "/dev/full");
        IOException error = await Assert.ThrowsAsync<IOException>(Fetch);
        Assert.Contains("No space left on device", error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_left_unchanged()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "mine"), "");
        IOException error = await Assert.ThrowsAsync<IOException>(Fetch);
        Assert.Equal($"{Target}: the folder exists and is not empty", error.Message);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task An_archive_with_paths_outside_its_folder_writes_nothing()
    {
        byte[] hostile = Zip("groove/a.mid", "../outside.mid");
        _server.Serve("/set/midi.zip", hostile);
        PublishedSet set = Set() with { Files = [new("midi.zip", hostile.Length, Checksum.Sha256(Sha256(hostile)), "")] };
        FetchException error = await Assert.ThrowsAsync<FetchException>(() =>
            SetFetch.RunAsync(set, Target, null, (_, _, _) => { }, SetFetch.Patience, Now));
        Assert.EndsWith("midi.zip: the name '../outside.mid' may lead out of the folder", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, "*.mid", SearchOption.AllDirectories));
    }

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private PublishedSet Set() => new("set", "A set", "Nobody's", _server.Address,
    [
        new("text", _text.Length, Checksum.Sha256(Sha256(_text))),
        new("midi.zip", null, Checksum.Sha256(Sha256(_zip)), ""),
    ]);

    private Task Fetch() => SetFetch.RunAsync(Set(), Target, null, (_, _, _) => { }, SetFetch.Patience, Now);

    private async Task AssertRefused(string message, bool isNothingLeft = false)
    {
        Assert.Equal(message, (await Assert.ThrowsAsync<FetchException>(Fetch)).Message);
        Assert.False(Directory.Exists(Target));
        Assert.Empty(Directory.GetFiles(_folder, "*.part", SearchOption.AllDirectories));
        Assert.True(!isNothingLeft || !Directory.EnumerateFileSystemEntries(_folder).Any());
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string[] Names(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static byte[] Zip(params string[] names)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in names)
            {
                using StreamWriter writer = new(zip.CreateEntry(name).Open());
                writer.Write($"content of {name}");
            }
        }

        return bytes.ToArray();
    }
}
