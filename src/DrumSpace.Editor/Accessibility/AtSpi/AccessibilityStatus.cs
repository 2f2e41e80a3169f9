using Tmds.DBus.Protocol;

namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>What the session's bus says of accessibility: whether anybody wants it, and where.</summary>
internal sealed class AccessibilityStatus : IDisposable
{
    private const string BusName = "org.a11y.Bus";
    private const string BusPath = "/org/a11y/bus";
    private const string StatusInterface = "org.a11y.Status";
    private const string PropertiesInterface = "org.freedesktop.DBus.Properties";
    private const string AddressVariable = "AT_SPI_BUS_ADDRESS";
    private const string SessionVariable = "DBUS_SESSION_BUS_ADDRESS";
    private const string RuntimeVariable = "XDG_RUNTIME_DIR";

    private readonly DBusConnection _session;
    private readonly SemaphoreSlim _changes = new(0);

    private AccessibilityStatus(string address) => _session = new DBusConnection(address);

    /// <summary>The address of the session's bus; null where there is none.</summary>
    public static string? SessionAddress
    {
        get
        {
            string? address = Environment.GetEnvironmentVariable(SessionVariable);
            if (!string.IsNullOrEmpty(address))
            {
                return address;
            }

            // Where systemd puts it, for programs that were started without the variable.
            string socket = Path.Combine(Environment.GetEnvironmentVariable(RuntimeVariable) ?? "/nowhere", "bus");
            return File.Exists(socket) ? $"unix:path={socket}" : null;
        }
    }

    /// <summary>Connects to the session's bus.</summary>
    /// <exception cref="DBusExceptionBase">The bus is not there, or refuses.</exception>
    public static async Task<AccessibilityStatus> OpenAsync(string address, CancellationToken stop)
    {
        AccessibilityStatus status = new(address);
        try
        {
            await status._session.ConnectAsync().AsTask().WaitAsync(stop).ConfigureAwait(false);
            await status.WatchAsync().WaitAsync(stop).ConfigureAwait(false);
            return status;
        }
        catch (Exception)
        {
            status.Dispose();
            throw;
        }
    }

    /// <summary>Whether accessibility is on, or a screen reader runs. Starts no program to find out.</summary>
    public async Task<bool> IsWantedAsync() =>
        await IsOnAsync("IsEnabled").ConfigureAwait(false) || await IsOnAsync("ScreenReaderEnabled").ConfigureAwait(false);

    /// <summary>The address of the accessibility bus.</summary>
    /// <exception cref="DBusExceptionBase">There is none.</exception>
    public async Task<string> FindAddressAsync()
    {
        string? named = Environment.GetEnvironmentVariable(AddressVariable);
        return !string.IsNullOrEmpty(named)
            ? named
            : await _session.CallMethodAsync(Call(BusName, "GetAddress"), static (message, _) => message.GetBodyReader().ReadString())
                .ConfigureAwait(false);
    }

    /// <summary>Waits until the answers may be others.</summary>
    /// <exception cref="OperationCanceledException">The wait was stopped, or the session ended.</exception>
    public Task WaitForChangeAsync(CancellationToken stop) => _changes.WaitAsync(stop);

    /// <summary>Ends a wait that is going on, or the next.</summary>
    public void Hurry() => _changes.Release();

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    // The service may come and go, and changes its mind.
    private async Task WatchAsync()
    {
        await _session.AddMatchAsync(
            new MatchRule { Type = MessageType.Signal, Path = BusPath, Interface = PropertiesInterface, Arg0 = StatusInterface },
            Take, emitOnCapturedContext: false).ConfigureAwait(false);
        await _session.AddMatchAsync(
            new MatchRule
            {
                Type = MessageType.Signal,
                Sender = "org.freedesktop.DBus",
                Interface = "org.freedesktop.DBus",
                Member = "NameOwnerChanged",
                Arg0 = BusName,
            },
            Take, emitOnCapturedContext: false).ConfigureAwait(false);
    }

    private void Take(Notification notification) => Hurry();

    private async Task<bool> IsOnAsync(string property)
    {
        try
        {
            return await _session.CallMethodAsync(Call(PropertiesInterface, "Get", StatusInterface, property), static (message, _) =>
            {
                VariantValue value = message.GetBodyReader().ReadVariantValue();
                return value.Type == VariantValueType.Bool && value.GetBool();
            }).ConfigureAwait(false);
        }
        catch (DBusErrorReplyException)
        {
            // Nobody has that name, or it knows no such property.
            return false;
        }
    }

    private MessageBuffer Call(string name, string member, params object[] arguments)
    {
        MessageWriter writer = _session.GetMessageWriter();
        try
        {
            string? signature = arguments.Length == 0 ? null : AtSpiBody.SignatureOf(arguments);
            writer.WriteMethodCallHeader(BusName, BusPath, name, member, signature, MessageFlags.NoAutoStart);
            AtSpiBody.Write(ref writer, arguments);
            return writer.CreateMessage();
        }
        finally
        {
            writer.Dispose();
        }
    }
}
