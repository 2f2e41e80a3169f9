using DrumSpace.Host.Live;
using DrumSpace.Host.Live.Streams;

namespace DrumSpace.Host.Interop.Alsa;

/// <summary>ALSA's audio: a PCM that plays, and one that records if there are inputs.</summary>
internal sealed class AlsaAudio : AudioStream
{
    private readonly AlsaPcm _player;
    private readonly AlsaPcm? _recorder;
    private long _xruns;
    private int _error;

    /// <summary>Opens what a request names.</summary>
    /// <exception cref="LiveDeviceException">A device is missing or refuses.</exception>
    public AlsaAudio(LiveDeviceRequest request, string player, string recorder, double rate, int blockFrames)
    {
        Name = player;
        _player = new AlsaPcm(player, true, Math.Max(request.Outputs, 1), rate, request.SampleRate != null, blockFrames);
        try
        {
            if (request.Inputs > 0)
            {
                _recorder = new AlsaPcm(recorder, false, request.Inputs, _player.Rate, true, _player.BlockFrames);
                if (_recorder.BlockFrames != _player.BlockFrames)
                {
                    throw new LiveDeviceException(
                        $"The ALSA devices \"{player}\" and \"{recorder}\" have blocks of {_player.BlockFrames} and {_recorder.BlockFrames} frames; "
                        + "choose a block that both have.");
                }
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override string Name { get; }

    public override double SampleRate => _player.Rate;

    public override int BlockFrames => _player.BlockFrames;

    // While a block is recorded, as much is played.
    public override int Latency => _player.BufferFrames - (_recorder == null ? 0 : _player.BlockFrames);

    public override long Xruns => Volatile.Read(ref _xruns);

    public override string? Failure => Volatile.Read(ref _error) is not 0 and var error
        ? $"The ALSA device \"{Name}\" is lost: {AlsaErrors.Text(error)}."
        : null;

    public override bool TryStart() => Holds(Begin());

    public override bool TryRead(LiveBlock block) => _recorder == null || Holds(_recorder.Read(block));

    public override bool TryWrite(LiveBlock block) => Holds(_player.Write(block));

    public override void Dispose()
    {
        _recorder?.Dispose();
        _player.Dispose();
    }

    private int Begin()
    {
        int result = _player.Prepare();
        result = result < 0 || _recorder == null ? result : _recorder.Prepare();
        result = result < 0 ? result : _player.WriteSilence(_player.BufferFrames);
        return result < 0 || _recorder == null ? result : _recorder.StartRecording();
    }

    // A dropout begins anew; all else that fails is a device that is gone.
    private bool Holds(int result)
    {
        if (result is AlsaErrors.Dropout or AlsaErrors.Slept)
        {
            Volatile.Write(ref _xruns, _xruns + 1);
            result = result == AlsaErrors.Slept ? _player.Recover(result) : 0;
            result = result < 0 ? result : Begin();
        }

        if (result < 0)
        {
            Volatile.Write(ref _error, result);
        }

        return result >= 0;
    }
}
