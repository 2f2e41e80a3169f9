namespace DrumSpace.Editor.X11;

/// <summary>What a drag does to the X server: <see cref="XdndSource"/> decides, this sends.</summary>
/// <remarks>The window's thread.</remarks>
internal interface IXdndTransport
{
    /// <summary>Takes pointer and keyboard and offers a file.</summary>
    /// <returns>Whether the pointer was granted; if not, nothing is taken.</returns>
    bool TryBegin(string path, uint time);

    /// <summary>Gives pointer and keyboard back.</summary>
    void Ungrab(uint time);

    /// <summary>Offers the file no longer.</summary>
    void Withdraw(uint time);

    /// <summary>Finds the window under a place of the screen that drags are for.</summary>
    XdndPeer Find(int x, int y);

    /// <summary>The drag came over a window.</summary>
    void Enter(XdndPeer peer);

    /// <summary>The drag is at a place; a status is to follow.</summary>
    void Position(XdndPeer peer, int x, int y, uint time);

    /// <summary>The drag went elsewhere.</summary>
    void Leave(XdndPeer peer);

    /// <summary>The file is dropped; the window is to ask for it, then to say that it finished.</summary>
    void Drop(XdndPeer peer, uint time);

    /// <summary>Shows by the pointer whether the file would be taken.</summary>
    void ShowTaken(bool isTaken);
}
