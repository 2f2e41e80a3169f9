using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Music.Songs;

namespace DrumSpace.Training.Songs;

/// <summary>
/// Generates the bass and lead tracks of a song. Each kind of section has its own melodies: a section that recurs repeats them and varies
/// only the last bar of each phrase. A melody is the best of several samples: the bass that follows the kick most closely, the lead that is
/// most consonant with the bass.
/// </summary>
internal sealed class LineTrack
{
    private const int StepsPerBar = 16, Draws = 16;
    // The lowest note of the bass guitar, E1.
    private const int BassFrom = 28;
    private const int BassInstrument = 4, LeadInstrument = 10;
    private const int BassVelocity = 92, LeadVelocity = 96, OffBeat = -10, DownBeat = 8;
    private const float BassTemperature = 0.8f, LeadTemperature = 0.9f;
    private const ulong Harmony = 21, Lines = 22, Variations = 23, Unplanned = 24;

    // The form of a phrase of four units: A B A C for the lead, A A A B for the bass.
    private static readonly int[] LeadForm = [0, 1, 0, 2], BassForm = [0, 0, 0, 1];
    private readonly MelodySampler _sampler;
    private readonly SongRequest _request;
    private readonly Dictionary<(SectionKind Material, MelodyRole Role, int Part), MelodyPhrase> _kept = [];
    private readonly List<SongNote> _bass = [];
    private readonly List<SongNote> _lead = [];
    private IReadOnlyList<SongUnit> _walk = [];
    private IReadOnlyList<Pattern> _drums = [];
    private int _start;

    public LineTrack(MelodySampler sampler, SongRequest request) => (_sampler, _request) = (sampler, request);

    /// <summary>The bass so far.</summary>
    public IReadOnlyList<SongNote> Bass => _bass;

    /// <summary>The lead so far.</summary>
    public IReadOnlyList<SongNote> Lead => _lead;

    /// <summary>Adds the melodies of a whole song.</summary>
    /// <param name="walk">The song's units.</param>
    /// <param name="drums">The drums of each unit, which the melodies follow.</param>
    public void AddAll(IReadOnlyList<SongUnit> walk, IReadOnlyList<Pattern> drums)
    {
        (_walk, _drums) = (walk, drums);
        for (int i = 0; i < walk.Count; i++)
        {
            Add(i);
        }
    }

    /// <summary>Adds two bars of melodies that are independent of those before.</summary>
    public void AddUnplanned(in Pattern drums)
    {
        MelodyPhrase line = default;
        SplitMix64 random = StreamOf(Unplanned, _start);
        Sample(drums, Setting(MelodyRole.Bass, BassFrom), BassTemperature, random.Next(), ref line);
        Write(line, _bass, BassVelocity);
        int from = SectionCharacter.Of(SectionKind.Chorus).LeadRegister;
        Sample(drums, Setting(MelodyRole.Lead, from), LeadTemperature, random.Next(), ref line);
        Write(line, _lead, LeadVelocity);
        _start += MelodyPhrase.StepCount;
    }

    private void Add(int at)
    {
        SongUnit unit = _walk[at];
        SectionCharacter character = SectionCharacter.Of(unit.Kind);
        MelodyPhrase bass = default;
        if (unit.Index >= character.BassStart * unit.Count)
        {
            bass = Moved(LineOf(at, Setting(MelodyRole.Bass, BassFrom), BassForm, default), unit);
            Write(bass, _bass, BassVelocity * character.Energy);
        }

        if (character.HasLead)
        {
            MelodyPhrase lead = LineOf(at, Setting(MelodyRole.Lead, character.LeadRegister), LeadForm, bass);
            Write(lead, _lead, LeadVelocity * character.Energy);
        }

        _start += MelodyPhrase.StepCount;
    }

    private static MelodyPhrase Spliced(in MelodyPhrase kept, in MelodyPhrase fresh)
    {
        MelodyPhrase line = kept;
        for (int step = StepsPerBar; step < MelodyPhrase.StepCount; step++)
        {
            // A tie without a note before it becomes a rest.
            line[step] = fresh[step].IsTie && line[step - 1].IsRest ? MelodyStep.Rest : fresh[step];
        }

        return line;
    }

    private static MelodyPhrase FirstBarTwice(in MelodyPhrase line)
    {
        MelodyPhrase twice = line;
        ((Span<MelodyStep>)twice)[..StepsPerBar].CopyTo(((Span<MelodyStep>)twice)[StepsPerBar..]);
        return twice;
    }

    // Intros and outros use the verse's melodies, and solos the chorus's bass.
    private static SectionKind MaterialOf(SectionKind kind, MelodyRole role) => kind switch
    {
        SectionKind.Intro or SectionKind.Outro => SectionKind.Verse,
        SectionKind.Solo when role == MelodyRole.Bass => SectionKind.Chorus,
        _ => kind,
    };

    private MelodyPhrase LineOf(int at, in MelodyConditioning setting, int[] form, in MelodyPhrase bass)
    {
        SongUnit unit = _walk[at];
        int part = PartOf(unit, form);
        SectionKind material = MaterialOf(unit.Kind, setting.Role);
        if (!_kept.TryGetValue((material, setting.Role, part), out MelodyPhrase kept))
        {
            // Conditioned on the drums of its own section, even where an intro uses it first.
            bool IsHome(int index) => _walk[index].Kind == material && PartOf(_walk[index], form) == part;
            int home = Enumerable.Range(0, _walk.Count).FirstOrDefault(IsHome, at);
            kept = Best(_drums[home], setting, bass, StreamOf(Lines, ((int)material * 2 + (int)setting.Role) * 8 + part));
            _kept.Add((material, setting.Role, part), kept);
        }

        if (setting.Role == MelodyRole.Bass && unit.IsOneBar && !unit.IsTurnaround)
        {
            return Spliced(kept, FirstBarTwice(kept));
        }

        if (unit.Occurrence == 0 || !unit.IsTurnaround)
        {
            return kept;
        }

        int variation = (unit.Section * Section.MaxBars + unit.Index) * 2 + (int)setting.Role;
        return Spliced(kept, Best(_drums[at], setting, bass, StreamOf(Variations, variation)));
    }

    private static int PartOf(SongUnit unit, int[] form) => unit.IsTurnaround ? form[^1] : form[unit.PhraseIndex];

    private MelodyPhrase Best(in Pattern drums, in MelodyConditioning setting, in MelodyPhrase bass, SplitMix64 random)
    {
        MelodyPhrase best = default, line = default;
        double bestFit = double.NegativeInfinity;
        bool isBass = setting.Role == MelodyRole.Bass;
        for (int draw = 0; draw < Draws; draw++)
        {
            Sample(drums, setting, isBass ? BassTemperature : LeadTemperature, random.Next(), ref line);
            double fit = isBass ? MelodyFit.ToKick(line, drums) : MelodyFit.ToBass(line, bass);
            if (fit > bestFit)
            {
                (best, bestFit) = (line, fit);
            }
        }

        return best;
    }

    private void Sample(in Pattern drums, in MelodyConditioning setting, float temperature, ulong seed, ref MelodyPhrase line) =>
        _sampler.Sample(drums, setting, temperature, seed, keepsToScale: true, ref line);

    // Transposed along the chord progression, a chord per bar. Notes below a bass guitar's range are moved up by octaves.
    private MelodyPhrase Moved(in MelodyPhrase line, SongUnit unit)
    {
        SplitMix64 random = StreamOf(Harmony, (int)MaterialOf(unit.Kind, MelodyRole.Bass));
        IReadOnlyList<int> degrees = Progression.Draw(_request.Key.Mode, ref random);
        MelodyPhrase moved = line;
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            if (line[step].IsNote)
            {
                int bar = unit.Index * 2 + step / StepsPerBar;
                int note = Progression.Move(line[step].Note, degrees[bar % degrees.Count], _request.Key);
                moved[step] = MelodyStep.NoteOf(note < BassFrom ? note + 12 * ((BassFrom - note + 11) / 12) : note);
            }
        }

        return moved;
    }

    // Anchored at the first tonic at or above a note.
    private MelodyConditioning Setting(MelodyRole role, int from)
    {
        int octave = (from - _request.Key.Tonic + 11) / 12 - 1;
        return new MelodyConditioning(role, role == MelodyRole.Bass ? BassInstrument : LeadInstrument, _request.Key, octave);
    }

    private SplitMix64 StreamOf(ulong purpose, int number) => SplitMix64.For(_request.Seed, purpose << 32 | (uint)number);

    private void Write(in MelodyPhrase line, List<SongNote> notes, double velocity)
    {
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            if (!line[step].IsNote)
            {
                continue;
            }

            int end = step + 1;
            while (end < MelodyPhrase.StepCount && line[end].IsTie)
            {
                end++;
            }

            double accent = step % StepsPerBar == 0 ? DownBeat : step % 2 == 1 ? OffBeat : 0;
            notes.Add(new SongNote(_start + step, end - step, line[step].Note, Math.Clamp((int)Math.Round(velocity + accent), 1, 127)));
        }
    }
}
