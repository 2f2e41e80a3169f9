using System.Globalization;

namespace DrumSpace.Music;

/// <summary>
/// Where a model decodes a pattern: the knobs, and the amount and seed of the variation. As a line of text, to keep, mail and type:
/// <c>drumspace:0.429,0.507,0.805,0.333;seed=12;var=0.25</c>, and where it names its model <c>;model=</c> and the first digits of the model's
/// fingerprint. Text of equal points is equal, and reads back to the bit.
/// </summary>
public readonly struct PatternPoint
{
    /// <summary>The highest seed; the lowest is 1.</summary>
    public const int MaxSeed = 1000;

    private const string Scheme = "drumspace:";
    private const string SeedName = "seed";
    private const string VariationName = "var";
    private const string ModelName = "model";
    private const int MinModelDigits = 8;
    private const int MaxModelDigits = 64;

    /// <summary>Makes a point.</summary>
    /// <param name="knobs">The knobs' positions, each 0 to 1.</param>
    /// <param name="seed">1 to <see cref="MaxSeed"/>.</param>
    /// <param name="amount">The amount of the variation, 0 to 1.</param>
    /// <param name="model">The first 8 to 64 hexadecimal digits of the model's fingerprint; null to name none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value outside of its range.</exception>
    public PatternPoint(Knobs knobs, int seed, float amount, string? model = null)
    {
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            ThrowUnlessShare(knobs[axis], nameof(knobs));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(seed, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seed, MaxSeed);
        ThrowUnlessShare(amount, nameof(amount));
        if (model != null && !IsModel(model))
        {
            throw new ArgumentOutOfRangeException(nameof(model), model, "A model is named by 8 to 64 hexadecimal digits.");
        }

        (Knobs, Seed, Amount, Model) = (knobs, seed, amount, model);
    }

    /// <summary>The knobs' positions, each 0 to 1.</summary>
    public Knobs Knobs { get; }

    /// <summary>The seed of the variation, 1 to <see cref="MaxSeed"/>.</summary>
    public int Seed { get; }

    /// <summary>The amount of the variation, 0 to 1.</summary>
    public float Amount { get; }

    /// <summary>The first digits of the fingerprint of the model that it was made with, lower-case; null where it names none.</summary>
    public string? Model { get; }

    /// <summary>The variation.</summary>
    public PatternVariation Variation => new(Amount, Seed);

    /// <summary>Reads a point. Without a seed it is 1, without a variation 0; blanks around the line do not matter.</summary>
    /// <param name="text">The line.</param>
    /// <exception cref="FormatException">It is no point; the message names the part.</exception>
    public static PatternPoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string line = text.Trim();
        if (!line.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException($"A point begins with \"{Scheme}\", for example {Scheme}0.429,0.507,0.805,0.333;seed=12;var=0.25");
        }

        string[] parts = line[Scheme.Length..].Split(';');
        string[] positions = parts[0].Split(',');
        if (positions.Length != Latent.Dimensions)
        {
            throw new FormatException($"A point has {Latent.Dimensions} knobs, and \"{parts[0]}\" has {positions.Length}.");
        }

        Knobs knobs = new(Share(positions[0]), Share(positions[1]), Share(positions[2]), Share(positions[3]));
        (int? seed, float? amount, string? model) = (null, null, null);
        foreach (string part in parts[1..])
        {
            string[] member = part.Split('=');
            if (member.Length == 2 && member[0] == SeedName && seed == null)
            {
                seed = SeedOf(member[1]);
            }
            else if (member.Length == 2 && member[0] == VariationName && amount == null)
            {
                amount = Share(member[1]);
            }
            else if (member.Length == 2 && member[0] == ModelName && model == null)
            {
                model = ModelOf(member[1]);
            }
            else
            {
                throw new FormatException(
                    $"\"{part}\" is no part of a point, or is there twice: it has {SeedName}=, {VariationName}= and {ModelName}=.");
            }
        }

        return new PatternPoint(knobs, seed ?? 1, amount ?? 0, model);
    }

    /// <summary>Whether the point is of a model: also where it names none.</summary>
    /// <param name="fingerprint">The model's fingerprint.</param>
    public bool IsOf(string fingerprint) => Model == null || fingerprint.StartsWith(Model, StringComparison.Ordinal);

    /// <summary>Writes the line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Scheme}{Knobs[0]},{Knobs[1]},{Knobs[2]},{Knobs[3]};{SeedName}={Seed};{VariationName}={Amount}{(Model == null ? "" : $";{ModelName}={Model}")}");

    private static float Share(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float share) && share is >= 0 and <= 1
            ? share
            : throw new FormatException($"\"{text}\" is no number of 0 to 1.");

    private static int SeedOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seed) && seed is >= 1 and <= MaxSeed
            ? seed
            : throw new FormatException($"\"{text}\" is no seed of 1 to {MaxSeed}.");

    private static string ModelOf(string text) => IsModel(text)
        ? text
        : throw new FormatException($"\"{text}\" names no model: that takes {MinModelDigits} to {MaxModelDigits} hexadecimal digits.");

    private static bool IsModel(string text) =>
        text.Length is >= MinModelDigits and <= MaxModelDigits && text.All(char.IsAsciiHexDigitLower);

    private static void ThrowUnlessShare(float value, string name)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "A knob or an amount is 0 to 1.");
        }
    }
}
