namespace DrumSpace.Training.Tests;

/// <summary>A temporary folder, deleted at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("drumspace-test").FullName;

    /// <summary>Copies the files of another folder here.</summary>
    public void Fill(string from)
    {
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
