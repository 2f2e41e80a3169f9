using DrumSpace.Editor.Model;
using DrumSpace.Music;

namespace DrumSpace.Editor.Grid;

/// <summary>What the grid shows of a pattern: the hits as the settings play them, and the steps where a hit is likely.</summary>
/// <remarks>Allocates nothing after it was made.</remarks>
internal sealed class GridPicture
{
    private readonly IEditorModel _model;
    private readonly int _density;
    private readonly int _grooveVelocity;
    private readonly int _grooveTiming;
    private readonly PlayablePattern _pattern = new();
    private (long Request, bool IsWhole, float Density, float Velocity, float Timing) _seen;

    /// <summary>Makes a picture.</summary>
    public GridPicture(IEditorModel model)
    {
        _model = model;
        _density = model.Parameters.Named("density").Index;
        _grooveVelocity = model.Parameters.Named("groove-vel").Index;
        _grooveTiming = model.Parameters.Named("groove-time").Index;
    }

    /// <summary>The pattern that plays.</summary>
    public PlayablePattern Pattern => _pattern;

    /// <summary>The drums that are hit: bit v for voice v.</summary>
    public int Voices { get; private set; }

    /// <summary>How hard each cell is hit, 0 for no hit to 1; cell = step * 14 + voice.</summary>
    public float[] Strength { get; } = new float[Music.Pattern.CellCount];

    /// <summary>How near a cell without a hit is to one, 0 to 1.</summary>
    public float[] Likely { get; } = new float[Music.Pattern.CellCount];

    /// <summary>How far a hit leaves its step, in steps: below 0 early.</summary>
    public float[] Offset { get; } = new float[Music.Pattern.CellCount];

    /// <summary>Follows the model.</summary>
    /// <returns>Whether the picture is another.</returns>
    public bool Follow()
    {
        _model.Playing.Read(_pattern);
        IEditorParameters parameters = _model.Parameters;
        var now = (_pattern.RequestId, _pattern.IsWhole, parameters[_density], parameters[_grooveVelocity], parameters[_grooveTiming]);
        if (now == _seen)
        {
            return false;
        }

        _seen = now;
        Make(HitThreshold.DensityOdds(parameters[_density]), parameters[_grooveVelocity], parameters[_grooveTiming]);
        return true;
    }

    private void Make(double density, float grooveVelocity, float grooveTiming)
    {
        DecodedPattern decoded = _pattern.Decoded;
        Voices = 0;
        for (int step = 0; step < Music.Pattern.StepCount; step++)
        {
            int first = step * Music.Pattern.VoiceCount;
            ReadOnlySpan<float> cells = decoded.Probabilities.AsSpan(first, Music.Pattern.VoiceCount);
            int mask = HitThreshold.Reaching(decoded.Pattern[step], cells, decoded.Thresholds, density, 1);
            Voices |= mask;
            for (int voice = 0; voice < Music.Pattern.VoiceCount; voice++)
            {
                int cell = first + voice;
                bool isHit = (mask >> voice & 1) != 0;
                bool hasGroove = (_pattern.GrooveVoices >> voice & 1) != 0;
                Likely[cell] = isHit ? 0 : Math.Clamp(cells[voice] / decoded.Thresholds[voice], 0, 1);
                Strength[cell] = isHit ? StrengthOf(step, cell, hasGroove ? grooveVelocity : 0) : 0;
                Offset[cell] = hasGroove ? _pattern.Offsets[cell] * grooveTiming : 0;
            }
        }
    }

    private float StrengthOf(int step, int cell, float groove)
    {
        double ruled = HitVelocity.Of(step, _pattern.Decoded.Probabilities[cell]);
        double velocity = ruled + (groove * (HitVelocity.OfLearnt(_pattern.Velocities[cell]) - ruled));
        return (float)((velocity - HitVelocity.Softest) / (HitVelocity.Loudest - HitVelocity.Softest));
    }
}
