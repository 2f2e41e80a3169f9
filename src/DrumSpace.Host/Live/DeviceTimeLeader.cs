namespace DrumSpace.Host.Live;

/// <summary>
/// Follows the device's transport, and leads it: what it is told, it asks of the device, and does when the device does. Without a tempo of
/// others, the device's frame 0 is quarter 0 and the own tempo counts; a change of it counts from where the transport stands, until the
/// transport jumps.
/// </summary>
internal sealed class DeviceTimeLeader(LiveClock clock, LiveDevice device) : TimeLeader
{
    // JACK's positions come in ticks of a beat, 1920 of them as a rule: a difference below two ticks is rounding.
    private const double Rounding = 2.0 / 1920;

    private long _nextFrame = -1;

    public override void Begin(LiveBlock block)
    {
        DeviceTransport time = block.Transport;
        if (!time.IsPresent)
        {
            return;
        }

        bool hasJumped = time.Frame != _nextFrame;
        if (time.HasMusic)
        {
            clock.SetTempo(Math.Clamp(time.Tempo, LiveTransport.MinTempo, LiveTransport.MaxTempo));
            clock.TimeSignature = (Math.Max(1, time.Numerator), Math.Max(1, time.Denominator));
            hasJumped |= Math.Abs(time.Ppq - clock.Ppq) > Rounding;
        }

        if (hasJumped)
        {
            clock.Locate(time.HasMusic ? time.Ppq : PpqAfterJump(time.Frame));
        }

        if (time.IsRolling)
        {
            clock.Play();
        }
        else
        {
            clock.Stop();
        }

        _nextFrame = time.Frame + (time.IsRolling ? block.Frames : 0);
    }

    public override int Steer(int frames) => frames;

    public override double PpqOf(long deviceFrame) => deviceFrame == _nextFrame ? clock.Ppq : PpqAfterJump(deviceFrame);

    public override void Play() => device.RequestRoll();

    public override void Stop() => device.RequestStop();

    public override void Locate(double ppq) => device.RequestLocate((long)Math.Round(Math.Max(0, ppq) / clock.QuartersPerFrame));

    public override void SetTempo(double bpm) => clock.SetTempo(bpm);

    private double PpqAfterJump(long frame) => frame * clock.QuartersPerFrame;
}
