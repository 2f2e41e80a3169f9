namespace DrumSpace.Host.Live;

/// <summary>The host's own transport: the clock does as it is told.</summary>
internal sealed class OwnTimeLeader(LiveClock clock) : TimeLeader
{
    public override void Begin(LiveBlock block)
    {
    }

    public override int Steer(int frames) => frames;

    public override double PpqOf(long deviceFrame) => deviceFrame * clock.QuartersPerFrame;

    public override void Play() => clock.Play();

    public override void Stop() => clock.Stop();

    public override void Locate(double ppq) => clock.Locate(ppq);

    public override void SetTempo(double bpm) => clock.SetTempo(bpm);
}
