using System.Runtime.InteropServices;

namespace DrumSpace.Host.Tests;

/// <summary>The VST3 plugin in C that records how its host calls it, on this thread.</summary>
internal sealed class Vst3Probe : IDisposable
{
    private readonly nint _library;

    /// <summary>Loads a variant of it, or a copy.</summary>
    public Vst3Probe(string name = "vst3_probe", string? path = null)
    {
        path ??= NativePlugins.Path(name);

        // Held, so that the calls that end a plugin can be read.
        _library = NativeLibrary.Load(path);
        Function<Action>("forget_calls")();
        Plugin = Vst3Plugin.Load(path);
    }

    private delegate nint TextFunction();

    private delegate void ObjectFunction(nint instance);

    private delegate void RestartFunction(nint instance, int flags);

    private delegate long NumberFunction();

    public Vst3Plugin Plugin { get; }

    /// <summary>The calls since the last question.</summary>
    public string[] Calls
    {
        get
        {
            string calls = Text("recorded_calls");
            Function<Action>("forget_calls")();
            return calls.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    /// <summary>What the last block brought.</summary>
    public string[] Block => Text("recorded_block").Split('\n');

    public long ReadKeptMessage() => Function<NumberFunction>("read_kept_message")();

    public void MoveByHand() => Function<ObjectFunction>("hand_moves")(Plugin.Controller);

    public void SayHello() => Function<ObjectFunction>("say_hello")(Plugin.Component);

    public void AskRestart(Abi.Vst3.Vst3RestartFlags flags) => Function<RestartFunction>("ask_restart")(Plugin.Controller, (int)flags);

    public void Dispose()
    {
        Plugin.Dispose();
        NativeLibrary.Free(_library);
    }

    private string Text(string function) => Marshal.PtrToStringUTF8(Function<TextFunction>(function)())!;

    private T Function<T>(string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(_library, name));
}
