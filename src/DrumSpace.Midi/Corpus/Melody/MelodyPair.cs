using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Midi.Corpus.Melody;

/// <summary>Two bars of drums and the melody played over them.</summary>
/// <param name="Pattern">The drums.</param>
/// <param name="Conditioning">The melody's role, instrument, key and octave.</param>
/// <param name="Program">The instrument's General MIDI program, 0 to 127.</param>
/// <param name="Melody">The melody.</param>
public sealed record MelodyPair(Pattern Pattern, MelodyConditioning Conditioning, int Program, MelodyPhrase Melody);
