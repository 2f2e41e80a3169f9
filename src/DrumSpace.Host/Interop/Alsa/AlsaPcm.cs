using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Host.Live;

namespace DrumSpace.Host.Interop.Alsa;

/// <summary>An open PCM of libasound, in one direction: interleaved samples in the first format that the device takes.</summary>
/// <remarks>Moving frames waits for the device, and neither locks nor allocates here.</remarks>
internal sealed unsafe class AlsaPcm : IDisposable
{
    private static readonly int[] Formats = [Asound.Float, Asound.Int, Asound.Short];

    private readonly nint _pcm;
    private readonly bool _plays;
    private readonly byte* _samples;
    private int _format;

    /// <summary>Opens and configures a PCM.</summary>
    /// <param name="name">As ALSA knows it: "default", "hw:0".</param>
    /// <param name="plays">Whether it plays; else it records.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="rate">The wanted frames per second.</param>
    /// <param name="mustHaveRate">Whether another rate is an error.</param>
    /// <param name="blockFrames">The wanted frames of a block.</param>
    /// <exception cref="LiveDeviceException">The device is missing, busy, denied, or cannot do what is asked.</exception>
    public AlsaPcm(string name, bool plays, int channels, double rate, bool mustHaveRate, int blockFrames)
    {
        _plays = plays;
        ChannelCount = channels;
        nint pcm;
        fixed (byte* text = Encoding.UTF8.GetBytes(name + '\0'))
        {
            int opened = Asound.snd_pcm_open(&pcm, text, plays ? Asound.Playback : Asound.Capture, 0);
            if (opened < 0)
            {
                throw new LiveDeviceException($"The ALSA device \"{name}\" cannot {(plays ? "play" : "record")}: {Reason(opened)}.");
            }
        }

        _pcm = pcm;
        try
        {
            ChooseHardware(name, (uint)Math.Round(rate), mustHaveRate, (nuint)blockFrames);
            ChooseSoftware(name);
        }
        catch
        {
            _ = Asound.snd_pcm_close(pcm);
            throw;
        }

        _samples = (byte*)NativeMemory.AllocZeroed((nuint)BufferFrames, (nuint)(channels * sizeof(float)));
    }

    public int ChannelCount { get; }

    /// <summary>Frames per second.</summary>
    public int Rate { get; private set; }

    /// <summary>Frames per block: the device's period.</summary>
    public int BlockFrames { get; private set; }

    /// <summary>The frames that the device holds: some blocks.</summary>
    public int BufferFrames { get; private set; }

    /// <summary>Makes the device ready, and forgets what it held; 0 or an error.</summary>
    public int Prepare()
    {
        _ = Asound.snd_pcm_drop(_pcm);
        return Asound.snd_pcm_prepare(_pcm);
    }

    /// <summary>Starts to record; 0 or an error.</summary>
    public int StartRecording() => Asound.snd_pcm_start(_pcm);

    /// <summary>Waits out a computer's sleep and other interruptions; 0 or an error.</summary>
    public int Recover(int error) => Asound.snd_pcm_recover(_pcm, error, 1);

    /// <summary>Plays silence; 0 or an error.</summary>
    public int WriteSilence(int frames)
    {
        NativeMemory.Clear(_samples, (nuint)(BufferFrames * ChannelCount * sizeof(float)));
        return Move(frames);
    }

    /// <summary>Plays a block's outputs; 0 or an error.</summary>
    public int Write(LiveBlock block)
    {
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            ReadOnlySpan<float> from = channel < block.OutputCount ? block.Output(channel) : default;
            for (int i = 0; i < from.Length; i++)
            {
                Put((i * ChannelCount) + channel, from[i]);
            }
        }

        return Move(block.Frames);
    }

    /// <summary>Records a block's inputs; 0 or an error.</summary>
    public int Read(LiveBlock block)
    {
        int result = Move(block.Frames);
        for (int channel = 0; channel < block.InputCount; channel++)
        {
            Span<float> into = block.Input(channel);
            for (int i = 0; i < into.Length; i++)
            {
                into[i] = result < 0 ? 0 : Get((i * ChannelCount) + channel);
            }
        }

        return result;
    }

    public void Dispose()
    {
        _ = Asound.snd_pcm_drop(_pcm);
        _ = Asound.snd_pcm_close(_pcm);
        NativeMemory.Free(_samples);
    }

    private static string Reason(int error) => error switch
    {
        AlsaErrors.Missing => "there is no such device",
        AlsaErrors.Busy => "another program uses it",
        AlsaErrors.Denied or AlsaErrors.NotPermitted => "this user may not use it (usually the group \"audio\" may)",
        _ => AlsaErrors.Text(error),
    };

    private void ChooseHardware(string name, uint rate, bool mustHaveRate, nuint block)
    {
        nint parameters;
        _ = AlsaErrors.Check(Asound.snd_pcm_hw_params_malloc(&parameters), $"The ALSA device \"{name}\"");
        try
        {
            _ = AlsaErrors.Check(Asound.snd_pcm_hw_params_any(_pcm, parameters), $"The ALSA device \"{name}\" tells nothing of itself");
            _ = AlsaErrors.Check(
                Asound.snd_pcm_hw_params_set_access(_pcm, parameters, Asound.Interleaved),
                $"The ALSA device \"{name}\" takes no interleaved samples (\"plughw\" in place of \"hw\" does)");
            _format = ChooseFormat(name, parameters);
            _ = AlsaErrors.Check(
                Asound.snd_pcm_hw_params_set_channels(_pcm, parameters, (uint)ChannelCount),
                $"The ALSA device \"{name}\" has no {ChannelCount} channels (\"plughw\" in place of \"hw\" converts)");
            uint chosen = rate;
            _ = AlsaErrors.Check(
                Asound.snd_pcm_hw_params_set_rate_near(_pcm, parameters, &chosen, null), $"The ALSA device \"{name}\" has no rate");
            if (mustHaveRate && chosen != rate)
            {
                throw new LiveDeviceException($"The ALSA device \"{name}\" plays {chosen} frames a second, not {rate}.");
            }

            Rate = (int)chosen;
            _ = AlsaErrors.Check(
                Asound.snd_pcm_hw_params_set_period_size_near(_pcm, parameters, &block, null), $"The ALSA device \"{name}\" has no blocks");
            nuint buffer = block * 2;
            _ = AlsaErrors.Check(
                Asound.snd_pcm_hw_params_set_buffer_size_near(_pcm, parameters, &buffer), $"The ALSA device \"{name}\" has no buffer");
            _ = AlsaErrors.Check(Asound.snd_pcm_hw_params(_pcm, parameters), $"The ALSA device \"{name}\" cannot be set up");
            BlockFrames = (int)block;
            BufferFrames = (int)Math.Max(buffer, block);
        }
        finally
        {
            Asound.snd_pcm_hw_params_free(parameters);
        }
    }

    private int ChooseFormat(string name, nint parameters)
    {
        foreach (int format in Formats)
        {
            if (Asound.snd_pcm_hw_params_set_format(_pcm, parameters, format) >= 0)
            {
                return format;
            }
        }

        throw new LiveDeviceException(
            $"The ALSA device \"{name}\" takes samples neither of 16 nor of 32 bits (\"plughw\" in place of \"hw\" does).");
    }

    // A player starts when its buffer is full.
    private void ChooseSoftware(string name)
    {
        nint parameters;
        _ = AlsaErrors.Check(Asound.snd_pcm_sw_params_malloc(&parameters), $"The ALSA device \"{name}\"");
        int result = Asound.snd_pcm_sw_params_current(_pcm, parameters);
        if (result >= 0 && _plays)
        {
            result = Asound.snd_pcm_sw_params_set_start_threshold(_pcm, parameters, (nuint)BufferFrames);
        }

        result = result >= 0 ? Asound.snd_pcm_sw_params(_pcm, parameters) : result;
        Asound.snd_pcm_sw_params_free(parameters);
        _ = AlsaErrors.Check(result, $"The ALSA device \"{name}\" cannot be set up");
    }

    private int Move(int frames)
    {
        int size = ChannelCount * (_format == Asound.Short ? sizeof(short) : sizeof(int));
        for (int done = 0; done < frames;)
        {
            byte* at = _samples + ((long)done * size);
            nint moved = _plays
                ? Asound.snd_pcm_writei(_pcm, at, (nuint)(frames - done))
                : Asound.snd_pcm_readi(_pcm, at, (nuint)(frames - done));
            if (moved < 0)
            {
                return (int)moved;
            }

            done += (int)moved;
        }

        return 0;
    }

    private void Put(int index, float sample)
    {
        switch (_format)
        {
            case Asound.Float:
                ((float*)_samples)[index] = sample;
                break;
            case Asound.Int:
                ((int*)_samples)[index] = (int)Math.Clamp(sample * 2147483648.0, int.MinValue, int.MaxValue);
                break;
            default:
                ((short*)_samples)[index] = (short)Math.Clamp(MathF.Round(sample * 32768), short.MinValue, short.MaxValue);
                break;
        }
    }

    private float Get(int index) => _format switch
    {
        Asound.Float => ((float*)_samples)[index],
        Asound.Int => ((int*)_samples)[index] / 2147483648f,
        _ => ((short*)_samples)[index] / 32768f,
    };
}
