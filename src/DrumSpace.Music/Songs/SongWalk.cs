namespace DrumSpace.Music.Songs;

/// <summary>
/// A song's path through the latent space, in knob positions, where patterns are evenly distributed. Each kind of section has a home point;
/// a repeated section moves a little away from it, and so does the end of each phrase. Intros, pre-choruses and outros move from one home
/// to another.
/// </summary>
/// <remarks>The distances were tuned by `drumspace structure`, so that songs repeat themselves about as much as composed ones.</remarks>
public sealed class SongWalk
{
    private const float Edge = 0.06f, VerseEdge = 0.2f;
    private const float ChorusDistance = 0.25f, BridgeDistance = 0.4f, BreakDistance = 0.2f, SoloDistance = 0.15f, IntroDistance = 0.2f;
    private const float RepeatDistance = 0.02f, TurnaroundDistance = 0.06f;
    private const float OneBarShare = 0.5f;
    private const ulong Homes = 1, Repeats = 2, Turnarounds = 3, Lengths = 4;
    private const int MaxTries = 100;
    private readonly SongForm _form;
    private readonly ulong _seed;
    private readonly Knobs[] _homes;
    private readonly Knobs _start;
    private readonly bool[] _oneBar;

    private SongWalk(SongForm form, ulong seed, Func<Knobs, bool> isHome)
    {
        _form = form;
        _seed = seed;

        // Each from a stream of its own, so that another section in the form moves no home.
        Knobs verse = Home(SectionKind.Verse, Anywhere);
        Knobs chorus = Home(SectionKind.Chorus, (ref SplitMix64 random) => Around(verse, ChorusDistance, ref random));
        Knobs bridge = Home(SectionKind.Bridge, (ref SplitMix64 random) => Around(verse, BridgeDistance, ref random));
        Knobs broken = Home(SectionKind.Break, (ref SplitMix64 random) => Around(chorus, BreakDistance, ref random));
        Knobs solo = Home(SectionKind.Solo, (ref SplitMix64 random) => Around(chorus, SoloDistance, ref random));
        _start = Home(SectionKind.Intro, (ref SplitMix64 random) => Around(verse, IntroDistance, ref random));
        _homes = [verse, verse, chorus, chorus, bridge, broken, solo, _start];
        _oneBar = new bool[_homes.Length];
        for (int kind = 0; kind < _oneBar.Length; kind++)
        {
            _oneBar[kind] = SplitMix64.For(seed, Stream(Lengths, (SectionKind)kind, 0)).NextFloat() < OneBarShare;
        }

        Knobs Home(SectionKind kind, Draw draw)
        {
            SplitMix64 random = SplitMix64.For(seed, Stream(Homes, kind, 0));
            Knobs home = draw(ref random);
            for (int tries = 1; tries < MaxTries && !isHome(home); tries++)
            {
                home = draw(ref random);
            }

            return home;
        }
    }

    private delegate Knobs Draw(ref SplitMix64 random);

    /// <summary>Makes the units of a song, in order. Equal forms and seeds give equal units.</summary>
    /// <param name="form">The sections.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="isHome">Whether a point can be a home; after 100 draws the last is taken.</param>
    public static IReadOnlyList<SongUnit> Of(SongForm form, ulong seed, Func<Knobs, bool> isHome)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(isHome);
        var walk = new SongWalk(form, seed, isHome);
        List<SongUnit> units = [];
        for (int section = 0; section < form.Sections.Count; section++)
        {
            for (int index = 0; index < form.Sections[section].Units; index++)
            {
                units.Add(walk.UnitAt(section, index));
            }
        }

        return units;
    }

    private SongUnit UnitAt(int section, int index)
    {
        (SectionKind kind, int count) = (_form.Sections[section].Kind, _form.Sections[section].Units);
        int occurrence = _form.OccurrenceOf(section);
        Knobs point = BasePoint(section, index);
        if (occurrence > 0)
        {
            SplitMix64 random = SplitMix64.For(_seed, Stream(Repeats, kind, occurrence));
            point = Around(point, RepeatDistance, ref random);
        }

        if (SongUnit.IsTurnaroundAt(index, count))
        {
            SplitMix64 random = SplitMix64.For(_seed, Stream(Turnarounds, kind, index));
            point = Around(point, TurnaroundDistance, ref random);
        }

        return new SongUnit
        {
            Section = section,
            Kind = kind,
            Occurrence = occurrence,
            Index = index,
            Count = count,
            Point = point,
            IsOneBar = _oneBar[(int)kind],
        };
    }

    // The point of a unit before variation: its home, or a point between two homes.
    private Knobs BasePoint(int section, int index)
    {
        Section here = _form.Sections[section];
        float share = (index + 1f) / (here.Units + 1);
        return here.Kind switch
        {
            SectionKind.Intro => Between(_start, _homes[(int)SectionKind.Verse], share),
            SectionKind.PreChorus => Between(_homes[(int)SectionKind.Verse], _homes[(int)SectionKind.Chorus], share),
            SectionKind.Outro => Between(section > 0 ? _homes[(int)_form.Sections[section - 1].Kind] : _start, _start, share),
            _ => _homes[(int)here.Kind],
        };
    }

    private static ulong Stream(ulong purpose, SectionKind kind, int number) => purpose << 48 | (ulong)kind << 32 | (uint)number;

    private static Knobs Between(in Knobs from, in Knobs to, float share)
    {
        Knobs point = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            point[axis] = from[axis] + (to[axis] - from[axis]) * share;
        }

        return point;
    }

    private static Knobs Anywhere(ref SplitMix64 random)
    {
        Knobs point = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            point[axis] = VerseEdge + (1 - 2 * VerseEdge) * random.NextFloat();
        }

        return point;
    }

    // A point at a distance in a random direction, reflected at the ends of the knobs.
    private static Knobs Around(in Knobs from, float distance, ref SplitMix64 random)
    {
        Knobs direction = default;
        float squares = 0;
        while (squares is < 0.01f or > 1)
        {
            squares = 0;
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                direction[axis] = 2 * random.NextFloat() - 1;
                squares += direction[axis] * direction[axis];
            }
        }

        float scale = distance / MathF.Sqrt(squares);
        Knobs point = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            float position = from[axis] + scale * direction[axis];
            point[axis] = position < Edge ? 2 * Edge - position : position > 1 - Edge ? 2 * (1 - Edge) - position : position;
        }

        return point;
    }
}
