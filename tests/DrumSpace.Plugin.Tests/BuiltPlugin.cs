using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Host;
using DrumSpace.Inference.Bundles;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests;

/// <summary>
/// The library as `./build.sh` makes it, loaded once for all tests, with the tests' own model and a log file of its own. Tests skip
/// where it is not built.
/// </summary>
public static class BuiltPlugin
{
    /// <summary>The tests' model switches one drum a knob; see fixtures/make_fixtures.py.</summary>
    private static readonly string Folder = MakeFolder();

    /// <summary>The network that makes up lines, in the tests' model as in the one that ships.</summary>
    public static string MelodyPath => Path.Combine(Repository.Root, "presets", "models", "flagship", BundleFile.Melody);

    public static string LibraryPath => Path.Combine(Repository.PluginFolder, "DrumSpace.so");

    /// <summary>The same library under the name that CLAP hosts look for.</summary>
    public static string ClapPath => Path.Combine(Repository.PluginFolder, "DrumSpace.clap");

    /// <summary>The same library in the bundle that VST3 hosts look for.</summary>
    public static string Vst3Path => Path.Combine(Repository.PluginFolder, "DrumSpace.vst3", "Contents", "x86_64-linux", "DrumSpace.so");

    /// <summary>A folder with the tests' model: what DRUMSPACE_MODELS names.</summary>
    public static string ModelFolder => Path.Combine(Folder, "models");

    /// <summary>Where the built plugin writes captures.</summary>
    public static string CaptureFolder => Path.Combine(Folder, "captures");

    public static string LogPath => Path.Combine(Folder, "log", "drumspace.log");

    // The library keeps a model once it is loaded, so every later instance has its patterns from the first block on.
    private static readonly Lazy<bool> LoadedModels = new(LoadModels);

    /// <summary>To be called before anything loads the library, because it looks for its model once.</summary>
    public static void SkipUnlessBuilt()
    {
        Assert.SkipUnless(File.Exists(LibraryPath), $"{LibraryPath} is missing: run ./build.sh first.");
        Assert.True(Directory.Exists(ModelFolder));
    }

    /// <summary>Loads and opens an instance.</summary>
    public static Vst2Plugin Load()
    {
        SkipUnlessBuilt();
        Assert.True(LoadedModels.Value);
        return Vst2Plugin.Load(LibraryPath);
    }

    /// <summary>Loads and opens an instance of a format.</summary>
    public static HostedPlugin Load(PluginFormat format) => format switch
    {
        PluginFormat.Clap => LoadClap(),
        PluginFormat.Vst3 => LoadVst3(),
        _ => Load(),
    };

    /// <summary>Loads and opens an instance as a CLAP host does.</summary>
    /// <param name="dialects">What the host says that it understands of notes.</param>
    public static ClapPlugin LoadClap(ClapNoteDialects dialects = ClapNoteDialects.Clap | ClapNoteDialects.Midi)
    {
        SkipUnlessBuilt();
        Assert.True(LoadedModels.Value);
        return ClapPlugin.Load(ClapPath, dialects);
    }

    /// <summary>Loads and opens an instance as a VST3 host does.</summary>
    public static Vst3Plugin LoadVst3()
    {
        SkipUnlessBuilt();
        Assert.True(LoadedModels.Value);
        return Vst3Plugin.Load(Vst3Path);
    }

    /// <summary>Loads an instance whose knobs stand where only the closed hi-hat sounds, on every 16th.</summary>
    public static Vst2Plugin LoadHiHat() => OnlyHiHat(Load());

    /// <summary>As <see cref="LoadHiHat()"/>, of a format.</summary>
    public static HostedPlugin LoadHiHat(PluginFormat format) => OnlyHiHat(Load(format));

    /// <summary>Turns the knobs to where only the closed hi-hat sounds, on every 16th.</summary>
    public static T OnlyHiHat<T>(T plugin)
        where T : HostedPlugin
    {
        foreach (PluginParameter knob in plugin.Parameters.Take(4))
        {
            knob.Value = 0.25f;
        }

        return plugin;
    }

    /// <summary>The parameters that every format has: VST3 adds its program, its bypass and what stands for MIDI controllers.</summary>
    public static PluginParameter[] OwnParameters(HostedPlugin plugin) => [.. plugin.Parameters.Take(ParameterTable.Count)];

    /// <summary>Plays an instance along a transport.</summary>
    public static Rendering Render(HostedPlugin plugin, HostTransport transport, long frames, RenderOptions? options = null)
    {
        using Renderer renderer = new(plugin, transport, options);
        Rendering rendering = renderer.Render(frames);
        Assert.Equal(0, renderer.MisplacedMessages);
        Assert.Equal(0, plugin.EventsOutsideProcess);
        return rendering;
    }

    /// <summary>What the log says since a moment.</summary>
    public static string LogSince(long length) => File.Exists(LogPath) ? LogFile.Read(LogPath)[(int)length..] : "";

    /// <summary>The lines about something that the log has since a moment; tests that run beside write others.</summary>
    public static string[] LogLinesSince(long length, string about) =>
        [.. LogSince(length).Split('\n').Where(line => line.Contains(about, StringComparison.Ordinal))];

    public static long LogLength => File.Exists(LogPath) ? new FileInfo(LogPath).Length : 0;

    /// <summary>Asks the plugin for a diagnostic.</summary>
    internal static unsafe long Diagnose(HostedPlugin plugin, Diagnostic diagnostic)
    {
        if (plugin is ClapPlugin clap)
        {
            nint* extension = (nint*)clap.Extension("org.drumspace.diagnostics");
            return ((delegate* unmanaged[Cdecl]<nint, int, long>)*extension)(clap.Instance, (int)diagnostic);
        }

        if (plugin is Vst3Plugin vst3)
        {
            void* component = (void*)vst3.Component;
            void* found = Formats.Vst3.Vst3Object.Query(component, Formats.Vst3.Vst3Diagnostics.Id);
            long read = (*(Formats.Vst3.Vst3Diagnostics.Table**)found)->Read(found, (int)diagnostic);
            Formats.Vst3.Vst3Object.Drop(found);
            return read;
        }

        byte[] answer = new byte[8];
        Assert.Equal(1, ((Vst2Plugin)plugin).VendorSpecific(0x44725370, (long)diagnostic, answer));
        return BitConverter.ToInt64(answer);
    }

    private static bool LoadModels()
    {
        foreach (string path in (string[])[LibraryPath, ClapPath])
        {
            using HostedPlugin plugin = path == ClapPath ? ClapPlugin.Load(path) : Vst2Plugin.Load(path);
            plugin.Configure(48_000, 64);
            plugin.Pacing = ProcessPacing.Offline;
            plugin.Resume();
            plugin.Process(64);
        }

        return true;
    }

    private static string MakeFolder()
    {
        string folder = Directory.CreateTempSubdirectory("drumspace-plugin-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        string models = Path.Combine(folder, "models");
        BundleManifest manifest = new()
        {
            Name = "One drum a knob",
            Thresholds = [.. Enumerable.Repeat(0.5f, 14)],
            Quantiles = [.. Enumerable.Repeat<float[]>([-1, 1], 4)],
        };
        BundleWriter.Write(Path.Combine(models, "switches"), manifest, new Dictionary<string, byte[]>
        {
            [BundleFile.Decoder] = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "decoder.onnx")),
            [BundleFile.Encoder] = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "encoder.onnx")),
            [BundleFile.Groove] = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "groove.onnx")),
            [BundleFile.Melody] = File.ReadAllBytes(MelodyPath),
            [BundleFile.ModelCard] = "# One drum a knob\n"u8.ToArray(),
        });

        // The library brings its own runtime and reads the real environment, which the managed one only copies.
        string kits = Directory.CreateDirectory(Path.Combine(folder, "kits")).FullName;
        File.WriteAllText(Path.Combine(kits, "studio.json"), """{ "format": 1, "name": "Studio", "notes": { "kick": 98, "closed-hat": 99 } }""");
        SetNativeVariable("DRUMSPACE_KITS", kits);
        SetNativeVariable("DRUMSPACE_MODELS", models);
        SetNativeVariable("DRUMSPACE_PRESETS", Path.Combine(folder, "presets"));
        SetNativeVariable("DRUMSPACE_LOG", Path.Combine(folder, "log", "drumspace.log"));
        SetNativeVariable("DRUMSPACE_CAPTURES", Path.Combine(folder, "captures"));
        return folder;
    }

    private static void SetNativeVariable(string name, string value) => Assert.Equal(0, setenv(name, value, 1));

    [DllImport("libc")]
    private static extern int setenv(string name, string value, int overwrite);
}
