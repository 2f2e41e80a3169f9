using System.Runtime.InteropServices.Marshalling;
using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>Files that are dragged onto the window. It is partial because the compiler adds COM's part.</summary>
/// <param name="content">What is asked whether it takes them.</param>
/// <param name="window">The window.</param>
/// <param name="failures">Receives what the content throws; nothing of it reaches the source.</param>
/// <param name="isOwnDrag">Whether the drag that is going on is the window's own.</param>
/// <remarks>Calls come on the host's thread.</remarks>
[GeneratedComClass]
internal sealed unsafe partial class FileDropTarget(
    IWindowContent content, Win32Window window, FailureLog failures, Func<bool> isOwnDrag) : IOleDropTarget
{
    private bool _hasFiles;
    private bool _isOver;

    /// <inheritdoc/>
    public int DragEnter(void* data, uint keys, long place, uint* effect)
    {
        _hasFiles = !isOwnDrag() && DataObjectReader.HasFiles(data);
        return DragOver(keys, place, effect);
    }

    /// <inheritdoc/>
    public int DragOver(uint keys, long place, uint* effect)
    {
        *effect = _hasFiles && (*effect & Ole32.EffectCopy) != 0 && IsTaken(place) ? Ole32.EffectCopy : Ole32.EffectNone;
        return Ole32.Ok;
    }

    /// <inheritdoc/>
    public int DragLeave()
    {
        _hasFiles = false;
        LeaveContent();
        return Ole32.Ok;
    }

    /// <inheritdoc/>
    public int Drop(void* data, uint keys, long place, uint* effect)
    {
        bool isTaken = false;
        try
        {
            List<string> paths = _hasFiles && (*effect & Ole32.EffectCopy) != 0 ? DataObjectReader.FilesOf(data) : [];
            if (paths.Count > 0)
            {
                _isOver = false;
                User32.Point point = InWindow(place);
                isTaken = content.Drop(paths, point.X, point.Y);
            }
        }
        catch (Exception e)
        {
            failures.Report("The editor failed at a drop", e);
        }

        *effect = isTaken ? Ole32.EffectCopy : Ole32.EffectNone;
        return DragLeave();
    }

    private bool IsTaken(long place)
    {
        try
        {
            User32.Point point = InWindow(place);
            _isOver = true;
            return content.DragOver(point.X, point.Y);
        }
        catch (Exception e)
        {
            failures.Report("The editor failed at a drag", e);
            return false;
        }
    }

    private void LeaveContent()
    {
        if (!_isOver)
        {
            return;
        }

        _isOver = false;
        try
        {
            content.DragLeave();
        }
        catch (Exception e)
        {
            failures.Report("The editor failed at a drag", e);
        }
    }

    private User32.Point InWindow(long place)
    {
        User32.Point point = new() { X = (int)place, Y = (int)(place >> 32) };
        _ = User32.ScreenToClient(window.Handle, &point);
        return point;
    }
}
