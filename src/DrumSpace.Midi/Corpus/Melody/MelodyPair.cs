using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Midi.Corpus.Melody;

/// <summary>Two bars of drums and a line that sounds to them.</summary>
/// <param name="Pattern">The drums.</param>
/// <param name="Setting">The line's role, instrument, key and octave.</param>
/// <param name="Program">The instrument's General MIDI programme, 0 to 127.</param>
/// <param name="Line">The line.</param>
public sealed record MelodyPair(Pattern Pattern, MelodyConditioning Setting, int Program, MelodyPhrase Line);
