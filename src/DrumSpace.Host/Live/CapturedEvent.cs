namespace DrumSpace.Host.Live;

/// <summary>What a capture keeps: a message, or a tempo from its place on.</summary>
/// <param name="Message">The message; of a tempo only its place counts.</param>
/// <param name="IsPlaying">Whether the song played.</param>
/// <param name="Tempo">Quarters per minute; 0 for a message.</param>
internal readonly record struct CapturedEvent(PlayedMessage Message, bool IsPlaying, double Tempo);
