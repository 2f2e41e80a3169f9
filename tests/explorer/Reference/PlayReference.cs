using DrumSpace.Engine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Fills;
using DrumSpace.Inference.Groove;
using DrumSpace.Inference.Melody;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;
using DrumSpace.Music.Capture;
using DrumSpace.Music.Melody;

namespace DrumSpace.ExplorerReference;

/// <summary>
/// How the engine plays beats: play.json has settings and MIDI events of 64 bars, play.bin each beat's probabilities, velocities and offsets,
/// play-fills.bin those of each beat's fill,
/// play-N.mid the clip, and play-N.wav.bin the sound of the first 4 bars, left and right interleaved, at 48 kHz.
/// </summary>
internal static class PlayReference
{
    private const int SampleRate = 48_000;
    private const int Block = 512;
    private const int Bars = 64;
    private const int SoundBars = 4;

    // The cases before it have no learnt fill.
    private const int FirstFilled = 3;

    private static readonly EngineSettings[] Settings =
    [
        new(),
        new() { Density = 0.2, Swing = 0.55 },
        new() { Density = 0.8, Swing = 2 / 3.0, Fill = 0.5 },
        new() { Density = 0.35, Fill = 1, FillInterval = FillInterval.FourBars },
        new() { Swing = 0.75, Fill = 0.3, FillInterval = FillInterval.EightBars, GrooveVelocity = 1 },
        new() { GrooveTiming = 1, GrooveVelocity = 1 },
        new() { GrooveTiming = 0.6, GrooveVelocity = 0.4, Swing = 0.62, Density = 0.65, Fill = 0.8, FillInterval = FillInterval.SixteenBars },
        new() { GrooveTiming = 1, Swing = 0.75, Density = 0.95 },
    ];

    private static readonly double[] Tempos = [120, 104, 137, 90, 150, 104, 97.3, 174];

    public static void Write(string bundleFolder, string folder)
    {
        using ModelBundle bundle = ModelBundle.Load(bundleFolder);
        PatternPoint[] points = ReferencePoints.Make(Settings.Length, seed: 6);
        List<object> cases = [];
        List<float> cells = [], fills = [];
        for (int number = 0; number < Settings.Length; number++)
        {
            MelodyRole role = number % 2 == 0 ? MelodyRole.Lead : MelodyRole.Bass;
            MelodyRequest melody = new(role, role == MelodyRole.Bass ? 4 : 10, number, MelodyScale.Minor, 0, 0.6, 0.86, 0, number);
            EngineSettings settings = Settings[number] with
            {
                Melody = melody, MelodyGate = 0.905, KitLevel = 0.5625f, MelodyLevel = 0.5625f,
            };
            PlayablePattern pattern = Answer(bundle, points[number], melody, number >= FirstFilled);
            double tempo = Tempos[number];
            cells.AddRange([.. pattern.Decoded.Probabilities, .. pattern.Velocities, .. pattern.Offsets]);
            fills.AddRange([.. pattern.Fill.Probabilities, .. pattern.Fill.Velocities, .. pattern.Fill.Offsets]);
            float[] sound = new float[2 * (int)(SoundBars * 4 * 60 * SampleRate / tempo)];
            cases.Add(new
            {
                Pattern = pattern.Decoded.Pattern.Masks.ToArray(),
                Melody = MelodyReference.StepsOf(pattern.Melody),
                HasFill = pattern.Fill.Voices != 0,
                Settings = new
                {
                    tempo, settings.Swing, settings.Density, settings.Fill, FillInterval = NameOf(settings.FillInterval),
                    settings.GrooveVelocity, settings.GrooveTiming, settings.KitLevel, settings.MelodyLevel, settings.MelodyGate,
                    MelodyRole = role == MelodyRole.Bass ? "bass" : "lead", Switch = "step",
                },
                Events = Play(pattern, settings, tempo, sound),
            });
            ReferenceFile.WriteFloats(folder, $"play-{number}.wav", sound);
            WriteClip(Path.Combine(folder, $"play-{number}.mid"), pattern, settings, tempo);
        }

        ReferenceFile.Write(folder, "play", new { Bars, SoundBars, SampleRate, Thresholds = bundle.Manifest.Thresholds, Cases = cases });
        ReferenceFile.WriteFloats(folder, "play", cells.ToArray());
        ReferenceFile.WriteFloats(folder, "play-fills", fills.ToArray());
    }

    private static PlayablePattern Answer(ModelBundle bundle, PatternPoint point, in MelodyRequest melody, bool hasFill)
    {
        using PatternDecoder decoder = new(bundle);
        using GrooveModel groove = new(bundle);
        using MelodySampler sampler = new(bundle);
        PlayablePattern pattern = new() { GrooveVoices = Pattern.AllVoices, IsWhole = true };
        decoder.Decode(bundle.Mapping.ToLatent(point.Knobs), pattern.Decoded, point.Variation);
        groove.PredictAll(pattern.Decoded.Pattern, pattern.Velocities, pattern.Offsets);
        if (hasFill)
        {
            using FillModel fills = new(bundle);
            float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
            pattern.Fill.Voices = Pattern.AllVoices;
            fills.Generate(pattern.Decoded.Pattern, point.Variation.Seed, pattern.Fill);
            groove.PredictAll(pattern.Fill.In(pattern.Decoded.Pattern), velocities, offsets);
            velocities.AsSpan(^PatternFill.CellCount..).CopyTo(pattern.Fill.Velocities);
            offsets.AsSpan(^PatternFill.CellCount..).CopyTo(pattern.Fill.Offsets);
        }

        MelodyPhrase phrase = default;
        sampler.Sample(pattern.Decoded.Pattern, melody, ref phrase);
        pattern.Melody = phrase;
        return pattern;
    }

    // Events as four numbers each: the frame from the song's start and the message.
    private static List<long> Play(PlayablePattern pattern, in EngineSettings settings, double tempo, float[] sound)
    {
        PlaybackEngine engine = Start(pattern, settings);
        List<long> events = [];
        float[] left = new float[Block], right = new float[Block];
        HostTime time = TimeOf(tempo);
        long end = (long)(Bars * 4 * 60 * SampleRate / tempo);
        for (long frame = 0; frame < end; frame += Block)
        {
            time.Ppq = frame * tempo / (60.0 * SampleRate);
            engine.Process(time, Block, left, right);
            foreach (MidiEvent note in engine.Events)
            {
                if (frame + note.Frame < end)
                {
                    events.AddRange([frame + note.Frame, note.Status, note.Data1, note.Data2]);
                }
            }

            for (int i = 0; i < Block && 2 * (frame + i) < sound.Length; i++)
            {
                (sound[2 * (frame + i)], sound[2 * (frame + i) + 1]) = (left[i], right[i]);
            }
        }

        return events;
    }

    private static void WriteClip(string path, PlayablePattern pattern, in EngineSettings settings, double tempo)
    {
        const int clipBars = 2;
        PlaybackEngine engine = Start(pattern, settings);
        HostTime time = TimeOf(tempo);
        for (long frame = 0; time.Ppq < clipBars * 4 + 1; frame += Block)
        {
            time.Ppq = frame * tempo / (60.0 * SampleRate);
            engine.Process(time, Block, [], []);
        }

        CaptureClip clip = engine.Capture(clipBars)!;
        CaptureClipFile.ToMidiFile(clip, new CaptureClipForm { Name = "DrumSpace" }).Write(path);
    }

    private static PlaybackEngine Start(PlayablePattern pattern, in EngineSettings settings)
    {
        PlaybackEngine engine = new(new FixedPatternSource(pattern));
        engine.Prepare(SampleRate, Block);
        engine.Apply(settings);
        return engine;
    }

    private static HostTime TimeOf(double tempo) => new()
    {
        IsPlaying = true, HasPpq = true, HasTempo = true, Tempo = tempo, HasTimeSignature = true, Numerator = 4, Denominator = 4,
    };

    private static string NameOf(FillInterval interval) => interval switch
    {
        FillInterval.FourBars => "4 bars",
        FillInterval.EightBars => "8 bars",
        FillInterval.SixteenBars => "16 bars",
        _ => "pattern",
    };
}
