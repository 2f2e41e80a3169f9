using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>
/// Families and colours of genres. The colours were searched for: for normal sight, protanopia, deuteranopia and tritanopia (Machado et al.
/// 2009, severity 1) no two of them, nor one and the grey, are nearer than 0.11 in OKLab.
/// </summary>
internal static class Genres
{
    private static readonly Dictionary<string, (GenreFamily Family, string Name)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["rock"] = (GenreFamily.Rock, "rock"), ["punk"] = (GenreFamily.Rock, "punk"), ["country"] = (GenreFamily.Rock, "country"),
        ["metal"] = (GenreFamily.Rock, "metal"), ["jazz"] = (GenreFamily.Jazz, "jazz"), ["neworleans"] = (GenreFamily.Jazz, "New Orleans"),
        ["funk"] = (GenreFamily.Funk, "funk"), ["soul"] = (GenreFamily.Funk, "soul"), ["gospel"] = (GenreFamily.Funk, "gospel"),
        ["blues"] = (GenreFamily.Funk, "blues"), ["hiphop"] = (GenreFamily.HipHop, "hip-hop"), ["dance"] = (GenreFamily.Dance, "dance"),
        ["pop"] = (GenreFamily.Dance, "pop"), ["house"] = (GenreFamily.Dance, "house"), ["techno"] = (GenreFamily.Dance, "techno"),
        ["latin"] = (GenreFamily.Latin, "Latin"), ["afrocuban"] = (GenreFamily.Latin, "Afro-Cuban"),
        ["afrobeat"] = (GenreFamily.Latin, "Afrobeat"), ["highlife"] = (GenreFamily.Latin, "highlife"),
        ["reggae"] = (GenreFamily.Reggae, "reggae"), ["middleeastern"] = (GenreFamily.Reggae, "Middle Eastern"),
    };

    private static readonly SKColor[] OnDark =
    [
        new(0xFF5A6270), new(0xFF77AAFF), new(0xFFBB44FF), new(0xFFEE8899), new(0xFFFF2211), new(0xFF66EEFF), new(0xFFBBCC00),
        new(0xFFDDFF77),
    ];

    private static readonly SKColor[] OnLight =
    [
        new(0xFFC8CAD0), new(0xFF44AABB), new(0xFFAA66FF), new(0xFFEE7744), new(0xFFCC4400), new(0xFF773388), new(0xFF992222),
        new(0xFF5511DD),
    ];

    /// <summary>The family of a genre.</summary>
    public static GenreFamily FamilyOf(string genre) => Known.TryGetValue(genre, out var known) ? known.Family : GenreFamily.None;

    /// <summary>How a genre is written.</summary>
    public static string NameOf(string genre) => Known.TryGetValue(genre, out var known) ? known.Name : genre;

    /// <summary>The colour of a family.</summary>
    public static SKColor ColorOf(GenreFamily family, bool isLight) => (isLight ? OnLight : OnDark)[(int)family];
}
