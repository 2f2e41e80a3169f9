using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Midi;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;

namespace DrumSpace.Cli.Tests;

public sealed class FindCommandTests : IDisposable
{
    private static readonly string Bundle = Path.Combine(Repository.Root, "presets", "models", "paper-ae");
    private readonly string _clip = Path.Combine(Path.GetTempPath(), $"drumspace-{Guid.NewGuid():N}.mid");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => File.Delete(_clip);

    [Fact]
    public void A_pattern_of_the_model_is_shown_beside_the_found_one()
    {
        using ModelBundle bundle = ModelBundle.Load(Bundle);
        using PatternDecoder decoder = new(bundle);
        DecodedPattern beat = new();
        decoder.Decode(bundle.Mapping.ToLatent(new Knobs(0.5f, 0.5f, 0.5f, 0.5f)), beat);
        PatternClip.ToMidiFile(beat.Pattern, new ClipForm()).Write(_clip);
        Assert.Equal(0, Find(_clip, Bundle));
        string[] lines = _output.ToString().Split('\n');
        Assert.Matches("^Z1  [0-9.]+ %$", lines[0]);
        Assert.Matches(@"^F1  [01]\.[0-9]{3} \(by the encoder alone [01]\.[0-9]{3}\)$", lines[4]);
        PatternPoint point = PatternPoint.Parse(lines[5]);
        IEnumerable<string> knobs =
            Enumerable.Range(0, 4).Select(axis => FormattableString.Invariant($"Z{axis + 1}  {point.Knobs[axis] * 100:F1} %"));
        Assert.Equal(lines[..4], knobs);
        string kick = string.Concat(Enumerable.Range(0, 32).Select(step => beat.Pattern.Has(Voice.BassDrum, step) ? '█' : '·'));
        Assert.StartsWith($"Bass Drum 1      {kick} ", lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void For_a_model_with_a_residual_latent_the_seed_is_shown_too()
    {
        string flagship = Path.Combine(Path.GetDirectoryName(Bundle)!, "flagship");
        int[] hits = [5, 4, 4, 4, 6, 4, 4, 4];
        PatternClip.ToMidiFile(new Pattern([.. Enumerable.Range(0, 32).Select(step => (ushort)hits[step % 8])]), new ClipForm())
            .Write(_clip);
        Assert.Equal(0, Find(_clip, flagship));
        string[] varied = _output.ToString().Split('\n');
        Assert.Equal("Variation  100 %", varied[4]);
        Assert.Matches("^Seed  [0-9]+$", varied[5]);
        _output.GetStringBuilder().Clear();
        Assert.Equal(0, Find(_clip, flagship, "--variation", "0"));
        Assert.StartsWith("F1  ", _output.ToString().Split('\n')[4], StringComparison.Ordinal);
    }

    [Fact]
    public void An_invalid_clip_or_bundle_is_an_error()
    {
        File.WriteAllText(_clip, "MThd?");
        Assert.Equal(1, Find(_clip, Bundle));
        Assert.Equal(1, Find(_clip + ".none", Bundle));
        PatternClip.ToMidiFile(new Pattern([.. Enumerable.Repeat((ushort)1, 32)]), new ClipForm()).Write(_clip);
        Assert.Equal(1, Find(_clip, Path.GetTempPath()));
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public void A_kit_map_is_named_by_its_name_or_file_and_reads_the_clip()
    {
        // In the volca's map, 43 is the low tom; in General MIDI it folds into the floor tom. 54 means no drum in either.
        TrackChunk track = new();
        for (int i = 0; i < 32; i++)
        {
            track.AddNote(i * 120, 60, MidiChannel.Drums, i == 31 ? 54 : i % 4 == 0 ? 36 : 43, 100);
        }

        new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(480)) { Tracks = { track } }.Write(_clip);
        Assert.Equal(0, Find(_clip, Bundle, "--kit", "korg-volca-beats"));
        Assert.Contains("Low Tom          ·███·███", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            $"note: drum notes that mean none of the fourteen drums: 1; hits read: 31.{Environment.NewLine}", _error.ToString());
        Assert.Equal(0, Find(_clip, Bundle));
        Assert.Contains("Low Floor Tom    ·███·███", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Find(_clip, Bundle, "--kit", "nobody's"));
        Assert.Contains("--kit \"nobody's\": no such kit map; there are General MIDI, ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_notes_of_the_drum_channel_are_the_drums()
    {
        TrackChunk track = new();
        for (int i = 0; i < 32; i++)
        {
            track.AddNote(i * 120, 60, MidiChannel.Drums, 36, 100);
            track.AddNote(i * 120, 60, 2, (byte)(i % 4 == 0 ? 38 : 42), 100);
        }

        new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(480)) { Tracks = { track } }.Write(_clip);
        Assert.Equal(0, Find(_clip, Bundle, "--drum-channel", "3"));
        Assert.Contains("Bass Drum 1      ········", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Acoustic Snare   █···█···", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _error.ToString());
        Assert.Equal(1, Find(_clip, Bundle, "--drum-channel", "4"));
        Assert.Contains("it has no note on channel 4.", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Find(_clip, Bundle, "--drum-channel", "17"));
        Assert.Contains("--drum-channel is a channel from 1 to 16.", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clear_swing_is_printed_as_the_parameters_value()
    {
        // Hi-hats on all 16ths; the second of each pair of 240 ticks at 149 (62 %).
        TrackChunk track = new();
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            track.AddNote((step / 2 * 240) + (step % 2 * 149), 40, MidiChannel.Drums, 42, 100);
        }

        new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(480)) { Tracks = { track } }.Write(_clip);
        Assert.Equal(0, Find(_clip, Bundle));
        Assert.Contains("\nSwing  62 %\n", _output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("", _error.ToString());
    }

    private int Find(string clip, string bundle, params string[] more) =>
        FindCommand.Create().Parse([clip, "--bundle", bundle, .. more])
            .Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}
