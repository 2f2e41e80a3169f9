using DrumSpace.Editor.Windows;
using Tmds.DBus.Protocol;

namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>The objects of a connection: reads requests, and writes the answers of <see cref="AtSpiRequests"/>.</summary>
/// <param name="scene">What there is now; null before the first tree.</param>
/// <param name="failures">Takes what fails.</param>
internal sealed class AtSpiObjects(Func<AtSpiScene?> scene, FailureLog failures) : IPathMethodHandler
{
    private const string FailedError = "org.freedesktop.DBus.Error.Failed";
    private const string UnknownError = "org.freedesktop.DBus.Error.UnknownMethod";

    /// <inheritdoc/>
    public string Path => "/org/a11y/atspi";

    /// <inheritdoc/>
    public bool HandlesChildPaths => true;

    /// <inheritdoc/>
    public ValueTask HandleMethodAsync(MethodContext context)
    {
        try
        {
            Answer(context);
        }
        catch (Exception e)
        {
            failures.Report("The editor cannot answer a screen reader", e);
            context.ReplyError(FailedError, e.Message);
        }

        return default;
    }

    private void Answer(MethodContext context)
    {
        Message request = context.Request;
        (string path, string name, string member) =
            (request.PathAsString ?? "", request.InterfaceAsString ?? "", request.MemberAsString ?? "");
        if (scene() is not { } now || AtSpiBody.Read(request) is not { } arguments
            || AtSpiRequests.Answer(now, path, name, member, arguments) is not { } answer)
        {
            context.ReplyError(UnknownError, $"{path} has no {name}.{member}.");
            return;
        }

        MessageWriter writer = context.CreateReplyWriter(AtSpiBody.SignatureOf(answer));
        try
        {
            AtSpiBody.Write(ref writer, answer);
            context.Reply(writer.CreateMessage());
        }
        finally
        {
            writer.Dispose();
        }
    }
}
