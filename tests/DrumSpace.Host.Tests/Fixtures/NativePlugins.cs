using System.Diagnostics;

namespace DrumSpace.Host.Tests;

/// <summary>Small plugins in C, compiled once for all tests.</summary>
internal static class NativePlugins
{
    private static readonly Lazy<string?> Folder = new(Compile);

    /// <summary>A compiled plugin's path; skips the test if there is no C compiler.</summary>
    public static string Path(string name)
    {
        Assert.SkipWhen(Folder.Value == null, "No C compiler: apt-get install gcc libc6-dev");
        return System.IO.Path.Combine(Folder.Value, name + ".so");
    }

    private static string? Compile()
    {
        string source = System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures");
        string folder = Directory.CreateTempSubdirectory("drumspace-host-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        foreach (string name in (string[])
            [
                "probe", "wrong_magic", "null_effect", "no_entry", "old_entry", "no_process", "negative", "window", "clap_rogue",
                "clap_refuses_start", "clap_refuses_rate", "clap_window", "clap_resizable", "vst3_probe", "vst3_single", "vst3_window",
                "vst3_window_forgets", "vst3_no_controller", "vst3_no_entry",
                "vst3_entry_fails", "vst3_no_factory", "vst3_null_factory", "vst3_no_class", "vst3_no_instance", "vst3_refuses_init",
                "vst3_refuses_controller", "vst3_no_processor", "vst3_only_doubles", "vst3_negative", "vst3_negative_parameters",
                "vst3_refuses_setup", "vst3_refuses_start", "live_steps", "live_hangs", "live_synth", "live_crashes",
            ])
        {
            string file = name.Split('_')[0] switch
            {
                "clap" => "clap.c",
                "vst3" => "vst3.c",
                "live" => "live.c",
                _ => "plugins.c",
            };
            string plugin = System.IO.Path.Combine(folder, name + ".so");
            if (!Run("cc", "-shared", "-fPIC", "-O1", "-D" + name.ToUpperInvariant(), System.IO.Path.Combine(source, file), "-o", plugin))
            {
                return null;
            }
        }

        return folder;
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? true : throw new InvalidOperationException($"{program}: {errors}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
