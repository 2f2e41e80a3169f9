using DrumSpace.Host;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Tests.Validation;

namespace DrumSpace.Plugin.Tests.Many;

/// <summary>
/// One instance of a crowd, of either format, with a rate, tempo, block length and beat of its own, in real time; it knows which drums it
/// must play and which not. One thread at a time, as hosts have it.
/// </summary>
internal sealed class InstanceSong
{
    private readonly HostedPlugin _plugin;
    private readonly BlockPlayer _player;
    private readonly int _block;
    private readonly bool _hasSnare;
    private bool _hasBassDrum;
    private long _beatBegan;

    public InstanceSong(Random random)
    {
        _plugin = BuiltPlugin.LoadHiHat((PluginFormat)random.Next(3));
        _plugin.Pacing = ProcessPacing.RealTime;
        _hasBassDrum = random.Next(2) == 0;
        _hasSnare = random.Next(2) == 0;
        _plugin.Parameter("Z1").Value = Knob(_hasBassDrum);
        _plugin.Parameter("Z2").Value = Knob(_hasSnare);
        _player = new BlockPlayer(_plugin, random.Next(60, 200));
        _block = random.Next(32, 1025);
        _player.Prepare(random.GetItems(Validated.SampleRates, 1)[0], _block);
    }

    public void Play() => _player.Play(_block);

    /// <summary>Hears that the beat is this instance's own so far, then turns a knob, and hears the other beat come through the worker.</summary>
    public void Turn()
    {
        AssertBeat();
        long decodes = BuiltPlugin.Diagnose(_plugin, Diagnostic.DecodedPatterns);
        _hasBassDrum = !_hasBassDrum;
        _plugin.Parameter("Z1").Value = Knob(_hasBassDrum);
        for (int block = 0; BuiltPlugin.Diagnose(_plugin, Diagnostic.DecodedPatterns) == decodes; block++)
        {
            Assert.True(block < 1_000_000, "The worker has forgotten this instance.");
            Play();
            Thread.Yield();
        }

        _beatBegan = (long)_player.Step + 1;
        AssertBeat();
    }

    public void Close()
    {
        _player.PlayTo(32, _block);
        _player.Stop();
        Assert.Equal(Enumerable.Range(0, Hats.Count).Select(step => (long)step), Hats);
        Assert.InRange(_player.WorstPlacement, 0, 0.5 + 1e-6);
        _plugin.Dispose();
    }

    private List<long> Hats => Of(Playing.Steps.ClosedHiHat);

    private void AssertBeat()
    {
        _player.PlayTo(_beatBegan + 32, _block);
        Assert.Equal(_hasBassDrum, Of(Playing.Steps.BassDrum).Any(step => step >= _beatBegan));
        Assert.Equal(_hasSnare, Of(Playing.Steps.Snare).Any(step => step >= _beatBegan));
        Assert.All(Of(Playing.Steps.BassDrum), step => Assert.Equal(0, step % 8));
    }

    private List<long> Of(int note) => _player.Steps.GetValueOrDefault(note, []);

    // On either side of its middle, where the test model switches the drum.
    private static float Knob(bool isOn) => isOn ? 0.75f : 0.25f;
}
