using System.Globalization;
using DrumSpace.Editor;
using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Engine;
using DrumSpace.Plugin;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Window;
using DrumSpace.Testing;
using SkiaSharp;

namespace DrumSpace.Bench;

/// <summary>
/// The processor time that the window's frames take, painted into memory at 1200 x 800: while the song plays, while a knob is turned (with
/// another pattern in each frame), and when everything is painted anew.
/// </summary>
internal static class WindowBench
{
    private const int SampleRate = 48_000;
    private const int FrameLength = SampleRate / 60;
    private const int Frames = 600;

    /// <summary>Runs it, with the models of the repository.</summary>
    public static void Run(string[] arguments)
    {
        Environment.SetEnvironmentVariable("DRUMSPACE_MODELS", Path.Combine(Repository.Root, "presets", "models"));
        using PluginCore core = new(ModelList.Shared);
        core.SetSampleRate(SampleRate);
        core.SetBlockSize(FrameLength);
        core.Resume();
        using StandaloneEditor editor = new(core, new EditorPreferences());
        double position = 0;
        void Play()
        {
            HostTime time = new() { IsPlaying = true, HasPpq = true, Ppq = position, HasTempo = true, Tempo = 120 };
            core.Process(time, FrameLength, default, RenderSpeed.Offline, new Nobody());
            position += (double)FrameLength / SampleRate * 2;
        }

        PixelSize size = EditorView.SizeAt(1), other = size with { Width = size.Width + 1 };
        int knob = editor.Model.Parameters.Named("z1").Index;
        Report("the song plays", editor.View, Play, _ => size);
        Report(
            "a knob is turned",
            editor.View,
            () =>
            {
                editor.Model.Parameters.Set(knob, (float)(0.5 + (0.5 * Math.Sin(position))));
                Play();
            },
            _ => size);
        Report("all is painted anew", editor.View, Play, frame => frame % 2 == 0 ? size : other);
    }

    private static void Report(string name, EditorView view, Action play, Func<int, PixelSize> sizeOf)
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo(EditorView.SizeAt(1).Width + 1, EditorView.SizeAt(1).Height));
        SKCanvas canvas = surface.Canvas;
        TimeSpan[] taken = new TimeSpan[Frames];
        for (int frame = -60; frame < Frames; frame++)
        {
            play();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            view.Advance(frame * 16);
            view.Paint(canvas, sizeOf(frame));
            if (frame >= 0)
            {
                taken[frame] = Environment.CpuUsage.TotalTime - before;
            }
        }

        Array.Sort(taken);
        double mean = taken.Average(time => time.TotalMilliseconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-20} mean {mean:0.00} ms, median {taken[Frames / 2].TotalMilliseconds:0.00} ms; at 60 frames a second {mean * 6:0.0} % of a core"));
    }

    private sealed class Nobody : MidiSink
    {
        public override void Add(in MidiEvent midi)
        {
        }
    }
}
