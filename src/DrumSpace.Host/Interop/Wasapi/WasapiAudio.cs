using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using DrumSpace.Host.Live;
using DrumSpace.Host.Live.Streams;
using NAudio.CoreAudioApi;
using NAudio.Wave;

namespace DrumSpace.Host.Interop.Wasapi;

/// <summary>Windows' audio in shared mode: floats, which the system converts to what the device plays.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WasapiAudio : AudioStream
{
    private const int TicksPerSecond = 10_000_000;
    private const int PatienceMilliseconds = 2000;

    private readonly AudioClient _client;
    private readonly AudioRenderClient _player;
    private readonly AutoResetEvent _room = new(false);
    private readonly int _channels;
    private readonly float[] _interleaved;
    private string? _failure;
    private long _xruns;
    private bool _plays;

    /// <summary>Opens a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="request">What is wanted of it.</param>
    /// <exception cref="COMException">The system refuses.</exception>
    public WasapiAudio(MMDevice device, LiveDeviceRequest request)
    {
        Name = device.FriendlyName;
        _client = device.CreateAudioClient();
        WaveFormat mix = _client.MixFormat;
        _channels = Math.Max(request.Outputs, 1);
        SampleRate = (int)Math.Round(request.SampleRate ?? mix.SampleRate);
        double period = (double)_client.DefaultDevicePeriod / TicksPerSecond;
        BlockFrames = request.BlockFrames ?? (int)Math.Ceiling(period * SampleRate);
        long wanted = (long)(2 * Math.Max(BlockFrames / SampleRate, period) * TicksPerSecond);
        _client.Initialize(
            AudioClientShareMode.Shared,
            AudioClientStreamFlags.EventCallback | AudioClientStreamFlags.AutoConvertPcm | AudioClientStreamFlags.SrcDefaultQuality,
            wanted, 0, WaveFormat.CreateIeeeFloatWaveFormat((int)SampleRate, _channels), Guid.Empty);
        _client.SetEventHandle(_room.SafeWaitHandle.DangerousGetHandle());
        _player = _client.AudioRenderClient;
        Latency = _client.BufferSize;
        BlockFrames = Math.Min(BlockFrames, Latency);
        _interleaved = new float[Latency * _channels];
    }

    public override string Name { get; }

    public override double SampleRate { get; }

    public override int BlockFrames { get; }

    public override int Latency { get; }

    public override long Xruns => Volatile.Read(ref _xruns);

    public override string? Failure => Volatile.Read(ref _failure);

    public override bool TryStart()
    {
        try
        {
            Array.Clear(_interleaved);
            Put(Latency);
            _client.Start();
            return true;
        }
        catch (Exception e) when (e is COMException or InvalidOperationException)
        {
            return Fail(e.Message);
        }
    }

    public override bool TryRead(LiveBlock block) => true;

    public override bool TryWrite(LiveBlock block)
    {
        try
        {
            for (int waited = _client.CurrentPadding; Latency - waited < block.Frames; waited = _client.CurrentPadding)
            {
                _plays = true;
                if (!_room.WaitOne(PatienceMilliseconds))
                {
                    return Fail("it takes no more audio.");
                }
            }

            // Nothing left to play, though there was: the block is late.
            if (_plays && _client.CurrentPadding == 0)
            {
                Volatile.Write(ref _xruns, _xruns + 1);
            }

            for (int channel = 0; channel < _channels; channel++)
            {
                ReadOnlySpan<float> from = channel < block.OutputCount ? block.Output(channel) : default;
                for (int i = 0; i < from.Length; i++)
                {
                    _interleaved[(i * _channels) + channel] = from[i];
                }
            }

            Put(block.Frames);
            return true;
        }
        catch (Exception e) when (e is COMException or InvalidOperationException)
        {
            return Fail(e.Message);
        }
    }

    public override void Dispose()
    {
        try
        {
            _client.Stop();
        }
        catch (COMException)
        {
            // A device that was unplugged cannot be stopped.
        }

        _player.Dispose();
        _client.Dispose();
        _room.Dispose();
    }

    private void Put(int frames)
    {
        Marshal.Copy(_interleaved, 0, _player.GetBuffer(frames), frames * _channels);
        _player.ReleaseBuffer(frames, AudioClientBufferFlags.None);
    }

    private bool Fail(string reason)
    {
        Volatile.Write(ref _failure, $"The audio device \"{Name}\" is lost: {reason}");
        return false;
    }
}
