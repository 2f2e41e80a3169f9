using DrumSpace.Abi.Vst2;
using DrumSpace.Host;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Tests.Models;
using DrumSpace.Plugin.Tests.Playing;
using DrumSpace.Plugin.Tests.Vst2;

namespace DrumSpace.Plugin.Tests;

/// <summary>What goes wrong is told to the log, once and clearly, and never to the host.</summary>
[Collection("log")]
public class ErrorTests
{
    [Theory]
    [InlineData(EffectOpcode.SetSampleRate, 0, 0f)]
    [InlineData(EffectOpcode.SetSampleRate, 0, float.NaN)]
    [InlineData(EffectOpcode.SetSampleRate, 0, -48_000f)]
    [InlineData(EffectOpcode.SetSampleRate, 0, float.PositiveInfinity)]
    [InlineData(EffectOpcode.SetBlockSize, 0, 0f)]
    [InlineData(EffectOpcode.SetBlockSize, -512, 0f)]
    [InlineData(EffectOpcode.SetBlockSize, int.MaxValue, 0f)]
    public void An_order_that_cannot_be_obeyed_is_logged_and_the_plugin_goes_on(int opcode, int value, float option)
    {
        using RawEffect effect = new();
        long log = BuiltPlugin.LogLength;
        Assert.Equal(0, effect.Dispatch(opcode, 0, value, 0, option));
        string told = BuiltPlugin.LogSince(log);
        Assert.Contains($"Opcode {opcode} ", told);
        Assert.Equal(1, told.Count(c => c == '\n'));
        Assert.All(effect.Process(2000, 1, accumulate: false)!, sample => Assert.Equal(0, sample));
    }

    [Theory]
    [InlineData(500, 1_000)]
    [InlineData(1_000_000, 768_000)]
    public void A_sample_rate_out_of_range_is_held_at_its_limit(double told, double held)
    {
        using TestModels none = new();
        using PluginCore core = new(none.List());
        core.SetSampleRate(told);
        Assert.Equal(3 * held, core.TailFrames);
    }

    [Theory]
    [InlineData(true, "there is no bundle in this folder")]
    [InlineData(false, "libonnxruntime.so is not there")]
    public void Without_a_model_or_without_ONNX_Runtime_it_loads_plays_the_default_beat_and_says_why_once(bool hasRuntime, string reason)
    {
        BuiltPlugin.SkipUnlessBuilt();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("drumspace-alone-");
        try
        {
            string library = Path.Combine(folder.FullName, "DrumSpace.so");
            string log = Path.Combine(folder.FullName, "log");
            File.Copy(BuiltPlugin.LibraryPath, library);
            if (hasRuntime)
            {
                File.CreateSymbolicLink(
                    Path.Combine(folder.FullName, "libonnxruntime.so"), Path.Combine(Repository.PluginFolder, "libonnxruntime.so"));
            }

            Dictionary<string, long> counted = Probe.Run(library, log, 1, 2000, isOffline: false, hasRuntime ? null : BuiltPlugin.ModelFolder);
            Assert.Equal((1, 0), (counted["peak"], counted["decodes"]));
            string line = Assert.Single(LogFile.ReadLines(log), line => line.Contains("the default beat plays: "));
            Assert.Contains(reason, line);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Through_a_link_it_finds_what_lies_beside_the_file_itself()
    {
        BuiltPlugin.SkipUnlessBuilt();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("drumspace-link-");
        try
        {
            string link = Path.Combine(folder.FullName, "Linked.so");
            string log = Path.Combine(folder.FullName, "log");
            File.CreateSymbolicLink(link, BuiltPlugin.LibraryPath);
            Assert.True(Probe.Run(link, log, 1, 2000, isOffline: true, models: null)["events"] > 0);

            // Whoever moves every parameter also captures, and that is told.
            Assert.DoesNotContain("model", LogFile.Read(log));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Errors_of_the_audio_thread_are_counted_there_and_told_later_a_line_a_kind()
    {
        ErrorCounters errors = new();
        List<string> lines = [];
        errors.WriteOut(lines.Add);
        Assert.Empty(lines);
        errors.Count(Error.Process, new InvalidOperationException("the first"));
        errors.Count(Error.Process, new InvalidOperationException("the second"));
        errors.Count(Error.EventOverflow);
        errors.WriteOut(lines.Add);
        errors.WriteOut(lines.Add);
        Assert.Equal(2, lines.Count);
        Assert.StartsWith("Process: 2 times; System.InvalidOperationException: the first", lines[0]);
        Assert.StartsWith("EventOverflow: 1 times", lines[1]);
    }

    [Fact]
    public void A_line_waits_until_another_process_has_written_its_own()
    {
        string log = Path.GetTempFileName();
        string? before = Environment.GetEnvironmentVariable("DRUMSPACE_LOG");
        Environment.SetEnvironmentVariable("DRUMSPACE_LOG", log);
        try
        {
            Thread writer;
            using (FileStream other = new(log, FileMode.Append, FileAccess.Write, FileShare.None))
            {
                writer = new(() => PluginLog.Write("mine"));
                writer.Start();
                Thread.Sleep(20);
                other.Write("another's\n"u8);
            }

            writer.Join();
            string[] lines = LogFile.ReadLines(log);
            Assert.Equal("another's", lines[0]);
            Assert.Contains(lines, line => line.EndsWith("] mine", StringComparison.Ordinal));
        }
        finally
        {
            Environment.SetEnvironmentVariable("DRUMSPACE_LOG", before);
            File.Delete(log);
        }
    }

    [Fact]
    public void More_events_than_a_list_holds_leave_in_several_lists_and_none_is_lost()
    {
        using Vst2Plugin plugin = BuiltPlugin.LoadHiHat();
        long log = BuiltPlugin.LogLength;
        int lists = 0;
        Rendering rendering = BuiltPlugin.Render(
            plugin, new HostTransport(22_050, 960, new HostQuirks { BlockLengths = [1_000_000] }), 1_000_000,
            new RenderOptions { KeepsAudio = false, BlockRendered = _ => lists = Math.Max(lists, plugin.EmittedLists) });
        Steps.AssertAllEnd(rendering);
        Assert.InRange(lists, 2, 8);
        Assert.Contains("EventOverflow", BuiltPlugin.LogSince(log));
    }
}
