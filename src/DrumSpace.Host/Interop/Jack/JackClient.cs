using System.Runtime.InteropServices;
using DrumSpace.Host.Live;

namespace DrumSpace.Host.Interop.Jack;

/// <summary>A connection to a JACK server: opens, lists and connects ports. Main thread.</summary>
internal sealed unsafe class JackClient : IDisposable
{
    private const int AlreadyConnected = 17;

    private JackClient(nint handle) => Handle = handle;

    public nint Handle { get; private set; }

    public string Name => Text(JackLibrary.jack_get_client_name(Handle));

    /// <summary>Connects to the server that runs; never starts one.</summary>
    /// <exception cref="LiveDeviceException">The library is missing, no server runs, or it refuses.</exception>
    public static JackClient Open(string name)
    {
        JackStatus status = 0;
        nint handle;
        try
        {
            // Binding at a first call would allocate on the audio thread.
            Marshal.PrelinkAll(typeof(JackLibrary));

            // Its own lines on the error stream would hide the one that tells the user what to do.
            JackLibrary.jack_set_error_function(&Ignore);
            JackLibrary.jack_set_info_function(&Ignore);
            handle = JackLibrary.jack_client_open(name, JackLibrary.NoStartServer, &status);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new LiveDeviceException(
                $"JACK's library {JackLibrary.FileName} is missing: install libjack-jackd2-0, or pipewire-jack and run this with pw-jack.", error);
        }

        return handle != 0 ? new JackClient(handle) : throw new LiveDeviceException(Reason(status));
    }

    public static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    /// <summary>The full names of all ports of a kind.</summary>
    public IReadOnlyList<string> Ports(string type, JackPortFlags flags) =>
        Take(JackLibrary.jack_get_ports(Handle, null, type, flags));

    /// <summary>The full names of the ports that one of the client's is connected to.</summary>
    public IReadOnlyList<string> Connections(nint port) => Take(JackLibrary.jack_port_get_all_connections(Handle, port));

    /// <exception cref="LiveDeviceException">The server refuses.</exception>
    public nint Register(string name, string type, JackPortFlags flags)
    {
        nint port = JackLibrary.jack_port_register(Handle, name, type, flags, 0);
        return port != 0 ? port : throw new LiveDeviceException($"The JACK server refuses the port \"{name}\".");
    }

    /// <exception cref="LiveDeviceException">There is no such port, or the server refuses.</exception>
    public void Connect(string source, string destination)
    {
        if (!TryConnect(source, destination))
        {
            throw new LiveDeviceException($"JACK cannot connect \"{source}\" to \"{destination}\".");
        }
    }

    /// <returns>Whether they are connected.</returns>
    public bool TryConnect(string source, string destination) =>
        JackLibrary.jack_connect(Handle, source, destination) is 0 or AlreadyConnected;

    public void Dispose()
    {
        if (Handle != 0)
        {
            _ = JackLibrary.jack_client_close(Handle);
            Handle = 0;
        }
    }

    private static List<string> Take(byte** names)
    {
        List<string> taken = [];
        for (byte** name = names; name != null && *name != null; name++)
        {
            taken.Add(Text(*name));
        }

        if (names != null)
        {
            JackLibrary.jack_free(names);
        }

        return taken;
    }

    private static string Reason(JackStatus status) =>
        status.HasFlag(JackStatus.VersionError) ? $"The JACK server is of another version than {JackLibrary.FileName}."
        : status.HasFlag(JackStatus.ShmFailure) ? "JACK's shared memory cannot be used: the server and this program must run as one user."
        : status.HasFlag(JackStatus.ServerFailed)
            ? "No JACK server answers: start one as this user (for example with QjackCtl), or run this with pw-jack under PipeWire."
            : $"The JACK server refuses a client (status 0x{(int)status:X}).";

    [UnmanagedCallersOnly]
    private static void Ignore(byte* line)
    {
    }
}
