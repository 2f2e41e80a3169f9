namespace DrumSpace.Editor.Win32;

/// <summary>Takes a window's messages.</summary>
/// <remarks>The host's thread. Calls can nest: handling a message may send others.</remarks>
internal interface IMessageHandler
{
    /// <summary>Handles a message.</summary>
    /// <param name="message">Its number.</param>
    /// <param name="w">wParam.</param>
    /// <param name="l">lParam.</param>
    /// <param name="result">What the window procedure returns.</param>
    /// <returns>Whether it was handled; Windows' own handling follows if not.</returns>
    bool TryHandle(uint message, nint w, nint l, out nint result);
}
