using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.Jack;

/// <summary>
/// The functions of libjack that the host uses; JACK's own library, or PipeWire's in its place (pw-jack). The first call loads it.
/// </summary>
/// <remarks>
/// Those that skip the garbage collector's transition only read and write shared memory. The others that the audio thread calls ask for
/// errno, which nobody reads: precompiled calls, which do not ask for it, are bound when they are first made, and that allocates; these are
/// bound ahead (<see cref="JackClient.Open"/>).
/// </remarks>
internal static unsafe class JackLibrary
{
    public const string FileName = "libjack.so.0";
    public const string AudioType = "32 bit float mono audio";
    public const string MidiType = "8 bit raw midi";

    // In jack_options_t: a server is the user's to start.
    public const int NoStartServer = 1;

    // In jack_transport_state_t.
    public const int TransportRolling = 1;

    [DllImport(FileName)]
    public static extern void jack_set_error_function(delegate* unmanaged<byte*, void> function);

    [DllImport(FileName)]
    public static extern void jack_set_info_function(delegate* unmanaged<byte*, void> function);

    [DllImport(FileName)]
    public static extern nint jack_client_open([MarshalAs(UnmanagedType.LPUTF8Str)] string name, int options, JackStatus* status);

    [DllImport(FileName)]
    public static extern int jack_client_close(nint client);

    [DllImport(FileName)]
    public static extern byte* jack_get_client_name(nint client);

    [DllImport(FileName)]
    public static extern uint jack_get_sample_rate(nint client);

    [DllImport(FileName)]
    public static extern uint jack_get_buffer_size(nint client);

    [DllImport(FileName)]
    public static extern int jack_set_process_callback(nint client, delegate* unmanaged<uint, void*, int> function, void* argument);

    [DllImport(FileName)]
    public static extern int jack_set_sample_rate_callback(nint client, delegate* unmanaged<uint, void*, int> function, void* argument);

    [DllImport(FileName)]
    public static extern int jack_set_xrun_callback(nint client, delegate* unmanaged<void*, int> function, void* argument);

    [DllImport(FileName)]
    public static extern void jack_on_shutdown(nint client, delegate* unmanaged<void*, void> function, void* argument);

    [DllImport(FileName)]
    public static extern void jack_on_info_shutdown(nint client, delegate* unmanaged<int, byte*, void*, void> function, void* argument);

    [DllImport(FileName)]
    public static extern int jack_set_timebase_callback(
        nint client, int conditional, delegate* unmanaged<int, uint, JackPosition*, int, void*, void> function, void* argument);

    [DllImport(FileName)]
    public static extern nint jack_port_register(
        nint client,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string type,
        JackPortFlags flags,
        ulong bufferSize);

    [DllImport(FileName)]
    public static extern byte* jack_port_name(nint port);

    [DllImport(FileName)]
    public static extern int jack_activate(nint client);

    [DllImport(FileName)]
    public static extern int jack_deactivate(nint client);

    [DllImport(FileName)]
    public static extern byte** jack_get_ports(
        nint client, byte* namePattern, [MarshalAs(UnmanagedType.LPUTF8Str)] string typePattern, JackPortFlags flags);

    // To be freed; null for a port without connections.
    [DllImport(FileName)]
    public static extern byte** jack_port_get_all_connections(nint client, nint port);

    [DllImport(FileName)]
    public static extern void jack_free(void* memory);

    // 0, or EEXIST if they are connected.
    [DllImport(FileName)]
    public static extern int jack_connect(
        nint client, [MarshalAs(UnmanagedType.LPUTF8Str)] string source, [MarshalAs(UnmanagedType.LPUTF8Str)] string destination);

    [DllImport(FileName, SetLastError = true)]
    public static extern void jack_transport_start(nint client);

    [DllImport(FileName, SetLastError = true)]
    public static extern void jack_transport_stop(nint client);

    [DllImport(FileName, SetLastError = true)]
    public static extern int jack_transport_locate(nint client, uint frame);

    [SuppressGCTransition]
    [DllImport(FileName)]
    public static extern int jack_transport_query(nint client, JackPosition* position);

    [SuppressGCTransition]
    [DllImport(FileName)]
    public static extern void* jack_port_get_buffer(nint port, uint frames);

    [SuppressGCTransition]
    [DllImport(FileName)]
    public static extern uint jack_midi_get_event_count(void* buffer);

    [SuppressGCTransition]
    [DllImport(FileName)]
    public static extern int jack_midi_event_get(JackMidiEvent* result, void* buffer, uint index);

    [SuppressGCTransition]
    [DllImport(FileName)]
    public static extern void jack_midi_clear_buffer(void* buffer);

    [SuppressGCTransition]
    [DllImport(FileName)]
    public static extern int jack_midi_event_write(void* buffer, uint frame, byte* bytes, nuint size);
}
