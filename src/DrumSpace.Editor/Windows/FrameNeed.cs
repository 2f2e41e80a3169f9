namespace DrumSpace.Editor.Windows;

/// <summary>What a window's content needs now.</summary>
/// <param name="MustPaint">Whether what is shown changed since the last <see cref="IWindowContent.Paint"/>.</param>
/// <param name="IsMoving">Whether it goes on changing: the next frame is due in a 60th of a second. Else the content is asked again after
/// some hundredths of a second, or after the next input.</param>
public readonly record struct FrameNeed(bool MustPaint, bool IsMoving);
