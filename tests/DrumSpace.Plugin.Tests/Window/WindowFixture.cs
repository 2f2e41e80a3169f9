using DrumSpace.Plugin.Tests.Commands;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>What windows need, in a folder of its own, and the window that was made last.</summary>
internal sealed class WindowFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drumspace-window-");

    public WindowFixture()
    {
        Services = new WindowServices(
            (model, edits, host, log) => Window = Failure is { } failure ? throw failure : new FakeWindow(model, edits, host, log)
            {
                Refusal = Refusal,
            },
            new ProgramStars(StarsPath, Log.Add),
            new WindowPreferences(PreferencesPath, Log.Add),
            Clock)
        {
            ScaleFor = (_, zoom) => Math.Min(zoom ?? 1, ScreenScale),
        };
    }

    public ManualClock Clock { get; } = new();

    public WindowServices Services { get; }

    public string StarsPath => Path.Combine(_folder.FullName, "data", "stars.json");

    public string PreferencesPath => Path.Combine(_folder.FullName, "config", "window.json");

    /// <summary>What the files' readers logged.</summary>
    public List<string> Log { get; } = [];

    /// <summary>The largest scale that the screen can hold.</summary>
    public double ScreenScale { get; set; } = 3;

    /// <summary>Why windows cannot be opened; null where they can.</summary>
    public string? Refusal { get; set; }

    /// <summary>What making a window throws; null for nothing.</summary>
    public Exception? Failure { get; set; }

    /// <summary>The window that was made last.</summary>
    public FakeWindow Window
    {
        get => field ?? throw new InvalidOperationException("No window was made.");
        private set;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
