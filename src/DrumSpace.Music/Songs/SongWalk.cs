namespace DrumSpace.Music.Songs;

/// <summary>
/// The way of a song through the space of beats, in knob positions, where all parts are as well inhabited. Each kind of section has a home;
/// a section that comes again comes back to its home's neighbourhood, a little elsewhere. Phrases stay at home and step aside as they end.
/// Intros, pre-choruses and outros are on their way from one home to another.
/// </summary>
/// <remarks>The distances were chosen by `drumspace structure`, so that songs repeat themselves about as much as people's do.</remarks>
public sealed class SongWalk
{
    private const float Edge = 0.06f, VerseEdge = 0.2f;
    private const float ChorusAway = 0.25f, BridgeAway = 0.4f, BreakAway = 0.2f, SoloAway = 0.15f, IntroAway = 0.2f;
    private const float ReturnAway = 0.02f, TurnAway = 0.06f;
    private const float OneBarShare = 0.5f;
    private const ulong Homes = 1, Returns = 2, Turns = 3, Lengths = 4;
    private const int MostTries = 100;
    private readonly SongForm _form;
    private readonly ulong _seed;
    private readonly Knobs[] _homes;
    private readonly Knobs _start;
    private readonly bool[] _oneBar;

    private SongWalk(SongForm form, ulong seed, Func<Knobs, bool> isHome)
    {
        _form = form;
        _seed = seed;

        // Always drawn in one order and each from numbers of its own, so that a section more in the form moves no other.
        Knobs verse = Home(SectionKind.Verse, Anywhere);
        Knobs chorus = Home(SectionKind.Chorus, (ref SplitMix64 random) => Away(verse, ChorusAway, ref random));
        Knobs bridge = Home(SectionKind.Bridge, (ref SplitMix64 random) => Away(verse, BridgeAway, ref random));
        Knobs broken = Home(SectionKind.Break, (ref SplitMix64 random) => Away(chorus, BreakAway, ref random));
        Knobs solo = Home(SectionKind.Solo, (ref SplitMix64 random) => Away(chorus, SoloAway, ref random));
        _start = Home(SectionKind.Intro, (ref SplitMix64 random) => Away(verse, IntroAway, ref random));
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
            for (int tries = 1; tries < MostTries && !isHome(home); tries++)
            {
                home = draw(ref random);
            }

            return home;
        }
    }

    private delegate Knobs Draw(ref SplitMix64 random);

    /// <summary>The stops of a song, two bars each, in order. Equal forms and seeds give equal walks.</summary>
    /// <param name="form">The sections.</param>
    /// <param name="seed">Another gives another walk.</param>
    /// <param name="isHome">Whether a section can live at a point; where none is found in 100 draws, it lives at the last.</param>
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
                units.Add(walk.Stop(section, index));
            }
        }

        return units;
    }

    private SongUnit Stop(int section, int index)
    {
        Section here = _form.Sections[section];
        int occurrence = _form.OccurrenceOf(section);
        Knobs point = Way(section, index);
        if (occurrence > 0)
        {
            SplitMix64 random = SplitMix64.For(_seed, Stream(Returns, here.Kind, occurrence));
            point = Away(point, ReturnAway, ref random);
        }

        if (SongUnit.TurnsAt(index, here.Units))
        {
            SplitMix64 random = SplitMix64.For(_seed, Stream(Turns, here.Kind, index));
            point = Away(point, TurnAway, ref random);
        }

        return new SongUnit
        {
            Section = section,
            Kind = here.Kind,
            Occurrence = occurrence,
            Index = index,
            Count = here.Units,
            Point = point,
            IsOneBar = _oneBar[(int)here.Kind],
        };
    }

    // Where a unit is before it varies: at home, or the share of the way that it has come.
    private Knobs Way(int section, int index)
    {
        Section here = _form.Sections[section];
        float come = (index + 1f) / (here.Units + 1);
        return here.Kind switch
        {
            SectionKind.Intro => Between(_start, _homes[(int)SectionKind.Verse], come),
            SectionKind.PreChorus => Between(_homes[(int)SectionKind.Verse], _homes[(int)SectionKind.Chorus], come),
            SectionKind.Outro => Between(section > 0 ? _homes[(int)_form.Sections[section - 1].Kind] : _start, _start, come),
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

    // So far in any direction; what would leave the knobs' travel comes back from its end, as light from a mirror.
    private static Knobs Away(in Knobs from, float distance, ref SplitMix64 random)
    {
        Knobs way = default;
        float squares = 0;
        while (squares is < 0.01f or > 1)
        {
            squares = 0;
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                way[axis] = 2 * random.NextFloat() - 1;
                squares += way[axis] * way[axis];
            }
        }

        float scale = distance / MathF.Sqrt(squares);
        Knobs point = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            float place = from[axis] + scale * way[axis];
            point[axis] = place < Edge ? 2 * Edge - place : place > 1 - Edge ? 2 * (1 - Edge) - place : place;
        }

        return point;
    }
}
