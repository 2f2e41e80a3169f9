namespace DrumSpace.Host.Live;

/// <summary>What a <see cref="TransportCommand"/> changes.</summary>
internal enum TransportCommandKind
{
    Play,
    Stop,
    Toggle,
    Locate,
    SetTempo,
    SetLoop,
    ClearLoop,
}
