using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Input;

/// <summary>Plays single blocks with messages at exact frames.</summary>
internal static class Messages
{
    /// <summary>Frames of a 16th at 120 quarters a minute and 48 000 frames a second.</summary>
    public const int Sixteenth = 6000;

    /// <summary>A controller on channel 5, which nothing else uses.</summary>
    public static ShortMessage Controller(int frame, int number, int value) => new(frame, 0xB4, (byte)number, (byte)value);

    /// <summary>The value of a parameter as 14 bits by its number, as NRPN.</summary>
    public static ShortMessage[] Number(int frame, int parameter, int value) =>
    [
        Controller(frame, 99, parameter >> 7), Controller(frame, 98, parameter & 127),
        Controller(frame, 6, value >> 7), Controller(frame, 38, value & 127),
    ];

    /// <summary>Plays messages in one block of 16 steps, then a stopped tail of a step.</summary>
    public static Rendering PlayBar(HostedPlugin plugin, params ShortMessage[] messages)
    {
        HostTransport transport = new(48_000, 120);
        using Renderer renderer = new(plugin, transport, new RenderOptions { BlockSize = 16 * Sixteenth, KeepsAudio = false });
        renderer.Prepare();
        Queue(plugin, messages);
        transport.Start();
        renderer.RenderBlocks((16 * Sixteenth) - 1);
        transport.Stop();
        renderer.RenderBlocks(Sixteenth);
        return renderer.Finish();
    }

    /// <summary>Hands messages over for the coming block.</summary>
    public static void Queue(HostedPlugin plugin, params ShortMessage[] messages)
    {
        foreach (ShortMessage message in messages)
        {
            Assert.True(plugin.QueueMidi(message));
        }
    }

    /// <summary>Plays messages in one short block while the transport stands.</summary>
    public static ShortMessage[] PlayStopped(HostedPlugin plugin, params ShortMessage[] messages)
    {
        bool wasResumed = plugin.IsResumed;
        if (!wasResumed)
        {
            plugin.Transport = new HostTransport(48_000, 120);
            plugin.Configure(48_000, 512);
            plugin.Resume();
        }

        HostTransport transport = (HostTransport)plugin.Transport!;
        transport.BeginBlock(512);
        Queue(plugin, messages);
        plugin.Process(512);
        transport.EndBlock(512);
        return plugin.Emitted.ToArray();
    }

    /// <summary>What the host was told of parameters that moved without it, in order.</summary>
    public static (string Name, float Value)[] Reported(HostedPlugin plugin) =>
        [.. plugin.Edits.ToArray()
            .Where(edit => edit.Kind == ParameterEditKind.Automate)
            .Select(edit => (plugin.Parameters[edit.Parameter].Name, edit.Value))];
}
