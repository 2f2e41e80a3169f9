namespace DrumSpace.Host.Live;

/// <summary>
/// Forwards play, stop and locate to the device's transport and follows it. Without a tempo of others, the device's frame 0 is quarter 0 and
/// the own tempo counts; a change of it counts from where the transport stands, until the transport jumps.
/// </summary>
internal sealed class DeviceTimeLeader(LiveClock clock, LiveDevice device) : TimeLeader
{
    private DeviceTransport _time;
    private long _blockFrame;
    private long _nextFrame = -1;

    public override void Begin(LiveBlock block)
    {
        _time = block.Transport;
        _blockFrame = clock.Frame;
        if (!_time.IsPresent)
        {
            return;
        }

        if (_time.HasMusic)
        {
            clock.SetTempo(Tempo);
            clock.TimeSignature = (Math.Max(1, _time.Numerator), Math.Max(1, _time.Denominator));
        }

        if (_time.Frame != _nextFrame || (_time is { HasMusic: true, IsRolling: false } && IsOff(_time.Ppq - clock.Ppq)))
        {
            clock.Locate(_time.HasMusic ? _time.Ppq : PpqAfterJump(_time.Frame));
        }

        if (_time.IsRolling)
        {
            clock.Play();
        }
        else
        {
            clock.Stop();
        }

        _nextFrame = _time.Frame + (_time.IsRolling ? block.Frames : 0);
    }

    // Between jumps, what the device's position is off by more than its rounding is a tempo that changes within the block.
    public override int Steer(int frames)
    {
        if (_time is { HasMusic: true, IsRolling: true })
        {
            double speed = Tempo / 60 / clock.SampleRate;
            double error = _time.Ppq + ((clock.Frame - _blockFrame) * speed) - clock.Ppq;
            clock.Pull(IsOff(error) ? error : 0, Tempo, frames);
        }

        return frames;
    }

    public override double PpqOf(long deviceFrame) => deviceFrame == _nextFrame ? clock.Ppq : PpqAfterJump(deviceFrame);

    public override void Play() => device.RequestRoll();

    public override void Stop() => device.RequestStop();

    public override void Locate(double ppq) => device.RequestLocate((long)Math.Round(Math.Max(0, ppq) / clock.QuartersPerFrame));

    public override void SetTempo(double bpm)
    {
        if (!_time.HasMusic)
        {
            clock.SetTempo(bpm);
        }
    }

    private double Tempo => Math.Clamp(_time.Tempo, LiveTransport.MinTempo, LiveTransport.MaxTempo);

    private bool IsOff(double error) => Math.Abs(error) > _time.Rounding;

    private double PpqAfterJump(long frame) => frame * clock.QuartersPerFrame;
}
