using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>What another client gets when it asks for a selection that our window owns: the same content in several types.</summary>
/// <remarks>The window's thread. Immutable.</remarks>
internal sealed class X11Selection
{
    private readonly (uint Type, byte[] Bytes)[] _forms;
    private readonly uint[] _targets;

    /// <summary>Makes one.</summary>
    /// <param name="targets">The atom TARGETS, by which a client asks for the types.</param>
    /// <param name="forms">Types and their bytes, the best first.</param>
    public X11Selection(uint targets, params (uint Type, byte[] Bytes)[] forms)
    {
        _forms = forms;
        _targets = [targets, .. Types];
    }

    /// <summary>The types, the best first.</summary>
    public uint[] Types => [.. _forms.Select(form => form.Type)];

    /// <summary>Answers a SelectionRequest; without content, or for an unknown type, by a refusal.</summary>
    /// <returns>Whether the client got the content.</returns>
    public static bool Answer(X11Connection connection, in XEvent request, X11Selection? selection)
    {
        // Clients older than ICCCM name no property.
        uint property = request.Property == 0 ? request.Target : request.Property;
        byte[]? bytes = selection?.Find(request.Target);
        bool asksTypes = selection != null && request.Target == selection._targets[0];
        if (asksTypes)
        {
            connection.Properties.Set(request.Requestor, property, X11Atoms.Atom, selection!._targets);
        }
        else if (bytes != null)
        {
            connection.Properties.SetBytes(request.Requestor, property, request.Target, bytes);
        }

        connection.Send(request.Requestor, 0, new XEvent
        {
            Code = XEventType.SelectionNotify,
            Time = request.Time,
            NotifyRequestor = request.Requestor,
            NotifySelection = request.Selection,
            NotifyTarget = request.Target,
            NotifyProperty = asksTypes || bytes != null ? property : 0,
        });
        return bytes != null;
    }

    private byte[]? Find(uint type)
    {
        foreach ((uint known, byte[] bytes) in _forms)
        {
            if (known == type)
            {
                return bytes;
            }
        }

        return null;
    }
}
