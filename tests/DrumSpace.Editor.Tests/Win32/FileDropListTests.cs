using System.Text;
using DrumSpace.Editor.Win32;

namespace DrumSpace.Editor.Tests.Win32;

public sealed class FileDropListTests
{
    [Fact]
    public void A_path_becomes_a_DROPFILES_of_20_bytes_and_UTF16_with_two_zeros()
    {
        byte[] list = FileDropList.Encode(@"C:\ü.mid");

        byte[] header = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0];
        Assert.Equal([.. header, .. Encoding.Unicode.GetBytes("C:\\ü.mid\0\0")], list);
    }

    [Theory]
    [InlineData(@"C:\Users\a\Music\Beat 1 + ü #.mid")]
    [InlineData(@"\\server\share\100% 日本.mid")]
    public void What_is_encoded_is_decoded(string path) => Assert.Equal([path], FileDropList.Decode(FileDropList.Encode(path)));

    [Fact]
    public void Several_files_are_read_in_order() =>
        Assert.Equal([@"C:\a.mid", @"D:\b.mid"], FileDropList.Decode(ListOf(20, 1, "C:\\a.mid\0D:\\b.mid\0\0")));

    [Fact]
    public void Memory_behind_the_list_does_not_matter() =>
        Assert.Equal([@"C:\a.mid"], FileDropList.Decode([.. ListOf(20, 1, "C:\\a.mid\0\0rest"), 7]));

    [Fact]
    public void A_list_that_was_cut_gives_what_is_whole() =>
        Assert.Equal([@"C:\a.mid"], FileDropList.Decode(ListOf(20, 1, "C:\\a.mid\0D:\\b")));

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    [InlineData(40)]
    [InlineData(-1)]
    public void An_impossible_place_of_the_paths_gives_none(int place) =>
        Assert.Empty(FileDropList.Decode(ListOf(place, 1, "C:\\a\0\0")));

    [Fact]
    public void Paths_in_a_code_page_are_left_out() => Assert.Empty(FileDropList.Decode(ListOf(20, 0, "C:\\a.mid\0\0")));

    [Fact]
    public void Less_than_a_header_gives_none()
    {
        Assert.Empty(FileDropList.Decode([]));
        Assert.Empty(FileDropList.Decode(new byte[19]));
    }

    private static byte[] ListOf(int place, int isWide, string paths) =>
        [.. BitConverter.GetBytes(place), .. new byte[12], .. BitConverter.GetBytes(isWide), .. Encoding.Unicode.GetBytes(paths)];
}
