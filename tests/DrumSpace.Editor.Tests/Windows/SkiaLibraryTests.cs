using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Windows;

public sealed class SkiaLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-skia-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_without_the_library_is_refused()
    {
        DllNotFoundException e = Assert.Throws<DllNotFoundException>(() => SkiaLibrary.UseFolder(_folder));
        Assert.Contains(Path.Combine(_folder, SkiaLibrary.FileName), e.Message);
    }

    [Fact]
    public void A_file_that_is_no_library_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, SkiaLibrary.FileName), "");
        Assert.ThrowsAny<DllNotFoundException>(() => SkiaLibrary.UseFolder(_folder));
    }
}
