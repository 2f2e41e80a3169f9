using DrumSpace.Editor.Windows;
using Tmds.DBus.Protocol;

namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>
/// The window as an application of its own on the accessibility bus. The host may be on that bus too: this is another connection, so
/// neither gets in the other's way.
/// </summary>
/// <remarks>Requests come on the bus's threads, trees on the window's, which only puts events into the connection's queue.</remarks>
internal sealed class AtSpiApplication : IAsyncDisposable
{
    private const string Registry = "org.a11y.atspi.Registry";
    private const string SocketInterface = "org.a11y.atspi.Socket";

    // A registry that hangs keeps no connection open.
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(1);

    private readonly DBusConnection _connection;
    private readonly AccessibilityExchange _exchange;
    private readonly FailureLog _failures;
    private readonly TaskCompletionSource _firstTree = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _bus = "";
    private volatile AtSpiReference _desktop = AtSpiReference.None;
    private volatile AtSpiScene? _scene;

    private AtSpiApplication(string address, AccessibilityExchange exchange, FailureLog failures)
    {
        (_exchange, _failures) = (exchange, failures);
        _connection = new DBusConnection(address);
    }

    /// <summary>Ends with the connection, whoever closed it.</summary>
    public Task Disconnected => _connection.DisconnectedAsync();

    /// <summary>Connects to the accessibility bus and registers there.</summary>
    /// <param name="address">The bus's address.</param>
    /// <param name="exchange">The window.</param>
    /// <param name="failures">Takes what fails later.</param>
    /// <param name="stop">Ends the attempt.</param>
    /// <exception cref="DBusExceptionBase">The bus or its registry refuses.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<AtSpiApplication> OpenAsync(
        string address, AccessibilityExchange exchange, FailureLog failures, CancellationToken stop)
    {
        AtSpiApplication application = new(address, exchange, failures);
        try
        {
            await application.RegisterAsync(stop).ConfigureAwait(false);
            return application;
        }
        catch (Exception)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Leaves the registry and the bus.</summary>
    public async ValueTask DisposeAsync()
    {
        _exchange.Listen(null);
        try
        {
            if (_desktop != AtSpiReference.None)
            {
                await _connection.CallMethodAsync(SocketCall("Unembed")).WaitAsync(GoodbyeTimeout).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is DBusExceptionBase or TimeoutException or ObjectDisposedException)
        {
            // The registry sees that the connection ends.
        }

        _connection.Dispose();
    }

    private async Task RegisterAsync(CancellationToken stop)
    {
        await _connection.ConnectAsync().AsTask().WaitAsync(stop).ConfigureAwait(false);
        _bus = _connection.UniqueName ?? "";
        _connection.AddMethodHandler(new AtSpiObjects(() => _scene, _failures));

        // The registry asks at once: it is called when there is something to answer.
        _exchange.Listen(Take);
        await _firstTree.Task.WaitAsync(stop).ConfigureAwait(false);
        (string bus, string path) = await _connection.CallMethodAsync(
            SocketCall("Embed"), static (message, _) => ReadReference(message)).WaitAsync(stop).ConfigureAwait(false);
        _desktop = new AtSpiReference(bus, path);
        if (_scene is { } scene)
        {
            // Where a tree comes meanwhile, it has it, or gets it there.
            Interlocked.CompareExchange(ref _scene, scene with { Desktop = _desktop }, scene);
        }
    }

    private void Take(AccessibleTree tree)
    {
        AtSpiScene? before = _scene;
        AtSpiScene scene = new(tree, _bus, _desktop, request => _exchange.Post(request));
        _scene = scene;
        if (scene.Desktop != _desktop)
        {
            _scene = scene with { Desktop = _desktop };
        }

        _firstTree.TrySetResult();
        if (before == null)
        {
            return;
        }

        try
        {
            foreach (AtSpiSignal signal in AtSpiEvents.Between(before.Tree, scene))
            {
                Send(signal);
            }
        }
        catch (Exception e)
        {
            _failures.Report("The editor cannot tell a screen reader", e);
        }
    }

    private void Send(AtSpiSignal signal)
    {
        object[] body = signal.Body;
        MessageWriter writer = _connection.GetMessageWriter();
        try
        {
            writer.WriteSignalHeader(
                path: AtSpiReference.PathOf(signal.Element), @interface: signal.Interface, member: signal.Member,
                signature: AtSpiBody.SignatureOf(body));
            AtSpiBody.Write(ref writer, body);
            _connection.TrySendMessage(writer.CreateMessage());
        }
        finally
        {
            writer.Dispose();
        }
    }

    private MessageBuffer SocketCall(string member)
    {
        object[] body = [new AtSpiReference(_bus, AtSpiReference.RootPath)];
        MessageWriter writer = _connection.GetMessageWriter();
        try
        {
            writer.WriteMethodCallHeader(Registry, AtSpiReference.RootPath, SocketInterface, member, AtSpiBody.SignatureOf(body));
            AtSpiBody.Write(ref writer, body);
            return writer.CreateMessage();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static (string Bus, string Path) ReadReference(Message message)
    {
        Reader reader = message.GetBodyReader();
        reader.AlignStruct();
        return (reader.ReadString(), reader.ReadObjectPathAsString());
    }
}
