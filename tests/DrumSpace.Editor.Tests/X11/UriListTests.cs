using System.Text;
using DrumSpace.Editor.X11;

namespace DrumSpace.Editor.Tests.X11;

public sealed class UriListTests
{
    [Fact]
    public void A_path_becomes_one_line_of_percent_encoded_UTF8()
    {
        Assert.Equal("file:///home/a/Beat%201%20%2B%20%C3%BC%20%23.mid\r\n", UriList.Encode("/home/a/Beat 1 + ü #.mid"));
        Assert.Equal("file:///a-b_c.d~e/F%25.mid\r\n", UriList.Encode("/a-b_c.d~e/F%.mid"));
    }

    [Theory]
    [InlineData("/tmp/Beat 1 + ü #.mid")]
    [InlineData("/tmp/100% \"quoted\" [x] 日本.mid")]
    [InlineData("/")]
    public void What_is_encoded_is_decoded(string path) => Assert.Equal([path], Decode(UriList.Encode(path)));

    [Theory]
    [InlineData("file:///a/b+c.mid", "/a/b+c.mid")]
    [InlineData("file:///a/%C3%BC.mid", "/a/ü.mid")]
    [InlineData("file:///a/ü.mid", "/a/ü.mid")]
    [InlineData("file:///a/100%.mid", "/a/100%.mid")]
    [InlineData("file://localhost/a.mid", "/a.mid")]
    [InlineData("FILE:///a.mid", "/a.mid")]
    [InlineData("file:/a.mid", "/a.mid")]
    public void Files_of_this_machine_are_taken(string uri, string path) => Assert.Equal([path], Decode(uri + "\r\n"));

    [Theory]
    [InlineData("http://example.org/a.mid")]
    [InlineData("file://another-machine.example/a.mid")]
    [InlineData("file://")]
    [InlineData("file:a.mid")]
    [InlineData("file:///a%00b.mid")]
    [InlineData("/a.mid")]
    [InlineData("")]
    public void All_else_is_left_out(string uri) => Assert.Empty(Decode(uri + "\r\n"));

    [Fact]
    public void The_own_machine_may_be_named() =>
        Assert.Equal(["/a.mid", "/b.mid"], Decode($"file://{Environment.MachineName}/a.mid\nfile://{Environment.MachineName}.lan/b.mid\n"));

    [Fact]
    public void Comments_blank_lines_and_a_final_zero_do_not_matter() =>
        Assert.Equal(["/a.mid", "/b.mid"], Decode("# two files\r\nfile:///a.mid\r\n\r\nfile:///b.mid\0"));

    private static List<string> Decode(string list) => UriList.Decode(Encoding.UTF8.GetBytes(list));
}
