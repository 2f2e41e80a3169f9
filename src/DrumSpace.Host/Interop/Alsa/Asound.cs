using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.Alsa;

/// <summary>The part of libasound that the driver needs. Results below 0 are negated numbers of errno.</summary>
/// <remarks>
/// The library is loaded by the first call: a system without it has all other drivers. What the audio thread calls asks for errno, which
/// nobody reads: precompiled calls, which do not ask for it, are bound when they are first made, and that allocates; these are bound ahead
/// (<see cref="AlsaErrors.Load"/>).
/// </remarks>
internal static unsafe class Asound
{
    /// <summary>SND_PCM_STREAM_PLAYBACK, SND_PCM_STREAM_CAPTURE.</summary>
    public const int Playback = 0, Capture = 1;

    /// <summary>SND_PCM_ACCESS_RW_INTERLEAVED.</summary>
    public const int Interleaved = 3;

    /// <summary>SND_PCM_FORMAT_S16_LE, _S32_LE, _FLOAT_LE.</summary>
    public const int Short = 2, Int = 10, Float = 14;

    /// <summary>SND_SEQ_OPEN_DUPLEX; SND_SEQ_NONBLOCK.</summary>
    public const int Duplex = 3, NonBlocking = 1;

    /// <summary>SND_SEQ_PORT_CAP_*: others may read from the port, write to it, and subscribe to either.</summary>
    public const uint CanRead = 1, CanWrite = 2, CanSubscribeRead = 1 << 5, CanSubscribeWrite = 1 << 6, IsHidden = 1 << 7;

    /// <summary>SND_SEQ_PORT_TYPE_MIDI_GENERIC and _APPLICATION.</summary>
    public const uint ApplicationPort = 1 << 1 | 1 << 20;

    private const string Library = "libasound.so.2";

    [DllImport(Library)]
    public static extern byte* snd_strerror(int error);

    [DllImport(Library)]
    public static extern int snd_lib_error_set_handler(nint handler);

    [DllImport(Library)]
    public static extern int snd_device_name_hint(int card, byte* kind, void*** hints);

    [DllImport(Library)]
    public static extern int snd_device_name_free_hint(void** hints);

    [DllImport(Library)]
    public static extern byte* snd_device_name_get_hint(void* hint, byte* id);

    [DllImport(Library)]
    public static extern int snd_pcm_open(nint* pcm, byte* name, int stream, int mode);

    [DllImport(Library)]
    public static extern int snd_pcm_close(nint pcm);

    [DllImport(Library, SetLastError = true)]
    public static extern int snd_pcm_prepare(nint pcm);

    [DllImport(Library, SetLastError = true)]
    public static extern int snd_pcm_start(nint pcm);

    [DllImport(Library, SetLastError = true)]
    public static extern int snd_pcm_drop(nint pcm);

    [DllImport(Library, SetLastError = true)]
    public static extern int snd_pcm_recover(nint pcm, int error, int silent);

    [DllImport(Library, SetLastError = true)]
    public static extern nint snd_pcm_writei(nint pcm, void* frames, nuint count);

    [DllImport(Library, SetLastError = true)]
    public static extern nint snd_pcm_readi(nint pcm, void* frames, nuint count);

    [DllImport(Library)]
    public static extern int snd_pcm_hw_params_malloc(nint* parameters);

    [DllImport(Library)]
    public static extern void snd_pcm_hw_params_free(nint parameters);

    [DllImport(Library)]
    public static extern int snd_pcm_hw_params_any(nint pcm, nint parameters);

    [DllImport(Library)]
    public static extern int snd_pcm_hw_params_set_access(nint pcm, nint parameters, int access);

    [DllImport(Library)]
    public static extern int snd_pcm_hw_params_set_format(nint pcm, nint parameters, int format);

    [DllImport(Library)]
    public static extern int snd_pcm_hw_params_set_channels(nint pcm, nint parameters, uint channels);

    [DllImport(Library)]
    public static extern int snd_pcm_hw_params_set_rate_near(nint pcm, nint parameters, uint* rate, int* direction);

    [DllImport(Library)]
    public static extern int snd_pcm_hw_params_set_period_size_near(nint pcm, nint parameters, nuint* frames, int* direction);

    [DllImport(Library)]
    public static extern int snd_pcm_hw_params_set_buffer_size_near(nint pcm, nint parameters, nuint* frames);

    [DllImport(Library)]
    public static extern int snd_pcm_hw_params(nint pcm, nint parameters);

    [DllImport(Library)]
    public static extern int snd_pcm_sw_params_malloc(nint* parameters);

    [DllImport(Library)]
    public static extern void snd_pcm_sw_params_free(nint parameters);

    [DllImport(Library)]
    public static extern int snd_pcm_sw_params_current(nint pcm, nint parameters);

    [DllImport(Library)]
    public static extern int snd_pcm_sw_params_set_start_threshold(nint pcm, nint parameters, nuint frames);

    [DllImport(Library)]
    public static extern int snd_pcm_sw_params(nint pcm, nint parameters);

    [DllImport(Library)]
    public static extern int snd_seq_open(nint* sequencer, byte* name, int streams, int mode);

    [DllImport(Library)]
    public static extern int snd_seq_close(nint sequencer);

    [DllImport(Library)]
    public static extern int snd_seq_set_client_name(nint sequencer, byte* name);

    [DllImport(Library)]
    public static extern int snd_seq_client_id(nint sequencer);

    [DllImport(Library)]
    public static extern int snd_seq_set_client_pool_output(nint sequencer, nuint cells);

    [DllImport(Library)]
    public static extern int snd_seq_alloc_queue(nint sequencer);

    [DllImport(Library)]
    public static extern int snd_seq_control_queue(nint sequencer, int queue, int type, int value, SequencerEvent* with);

    [DllImport(Library)]
    public static extern int snd_seq_drain_output(nint sequencer);

    [DllImport(Library)]
    public static extern int snd_seq_queue_status_malloc(nint* status);

    [DllImport(Library)]
    public static extern void snd_seq_queue_status_free(nint status);

    [DllImport(Library, SetLastError = true)]
    public static extern int snd_seq_get_queue_status(nint sequencer, int queue, nint status);

    [DllImport(Library, SetLastError = true)]
    public static extern SequencerTime* snd_seq_queue_status_get_real_time(nint status);

    [DllImport(Library)]
    public static extern int snd_seq_client_info_malloc(nint* info);

    [DllImport(Library)]
    public static extern void snd_seq_client_info_free(nint info);

    [DllImport(Library)]
    public static extern void snd_seq_client_info_set_client(nint info, int client);

    [DllImport(Library)]
    public static extern int snd_seq_client_info_get_client(nint info);

    [DllImport(Library)]
    public static extern byte* snd_seq_client_info_get_name(nint info);

    [DllImport(Library)]
    public static extern int snd_seq_query_next_client(nint sequencer, nint info);

    [DllImport(Library)]
    public static extern int snd_seq_port_info_malloc(nint* info);

    [DllImport(Library)]
    public static extern void snd_seq_port_info_free(nint info);

    [DllImport(Library)]
    public static extern void snd_seq_port_info_set_client(nint info, int client);

    [DllImport(Library)]
    public static extern void snd_seq_port_info_set_port(nint info, int port);

    [DllImport(Library)]
    public static extern int snd_seq_port_info_get_port(nint info);

    [DllImport(Library)]
    public static extern byte* snd_seq_port_info_get_name(nint info);

    [DllImport(Library)]
    public static extern uint snd_seq_port_info_get_capability(nint info);

    [DllImport(Library)]
    public static extern void snd_seq_port_info_set_name(nint info, byte* name);

    [DllImport(Library)]
    public static extern void snd_seq_port_info_set_capability(nint info, uint capability);

    [DllImport(Library)]
    public static extern void snd_seq_port_info_set_type(nint info, uint type);

    [DllImport(Library)]
    public static extern void snd_seq_port_info_set_timestamping(nint info, int isOn);

    [DllImport(Library)]
    public static extern void snd_seq_port_info_set_timestamp_real(nint info, int isReal);

    [DllImport(Library)]
    public static extern void snd_seq_port_info_set_timestamp_queue(nint info, int queue);

    [DllImport(Library)]
    public static extern int snd_seq_query_next_port(nint sequencer, nint info);

    [DllImport(Library)]
    public static extern int snd_seq_create_port(nint sequencer, nint info);

    [DllImport(Library)]
    public static extern int snd_seq_connect_to(nint sequencer, int port, int client, int clientPort);

    [DllImport(Library)]
    public static extern int snd_seq_connect_from(nint sequencer, int port, int client, int clientPort);

    [DllImport(Library, SetLastError = true)]
    public static extern int snd_seq_event_output_direct(nint sequencer, SequencerEvent* sent);

    [DllImport(Library, SetLastError = true)]
    public static extern int snd_seq_event_input(nint sequencer, SequencerEvent** received);

    [DllImport(Library)]
    public static extern int snd_midi_event_new(nuint bytes, nint* coder);

    [DllImport(Library)]
    public static extern void snd_midi_event_free(nint coder);

    [DllImport(Library)]
    public static extern void snd_midi_event_no_status(nint coder, int isOn);

    [DllImport(Library, SetLastError = true)]
    public static extern void snd_midi_event_reset_encode(nint coder);

    [DllImport(Library, SetLastError = true)]
    public static extern void snd_midi_event_reset_decode(nint coder);

    [DllImport(Library, SetLastError = true)]
    public static extern nint snd_midi_event_encode(nint coder, byte* bytes, nint count, SequencerEvent* made);

    [DllImport(Library, SetLastError = true)]
    public static extern nint snd_midi_event_decode(nint coder, byte* bytes, nint count, SequencerEvent* read);

    [DllImport("libc.so.6")]
    public static extern void free(void* memory);
}
