using System.Net;
using System.Net.Sockets;

namespace DrumSpace.Cli.Explorer;

/// <summary>Serves one page at the root of a port of the loopback interface; every other path is 404.</summary>
internal sealed class PageServer : IDisposable
{
    // A port that was free can be taken before the listener has it.
    private const int Tries = 8;

    private readonly byte[] _page;
    private readonly HttpListener _listener;

    /// <summary>Starts to listen.</summary>
    /// <param name="page">HTML in UTF-8.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public PageServer(byte[] page, int port)
    {
        _page = page;
        for (int attempt = 1; ; attempt++)
        {
            Address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{(port == 0 ? FreePort() : port)}/"));
            _listener = new HttpListener { Prefixes = { Address.AbsoluteUri } };
            try
            {
                _listener.Start();
                return;
            }
            catch (HttpListenerException e)
            {
                // A listener that did not start is closed already.
                if (port != 0 || attempt == Tries)
                {
                    throw new IOException($"port {Address.Port} cannot be served: {e.Message}.", e);
                }
            }
        }
    }

    /// <summary>The page's address.</summary>
    public Uri Address { get; }

    /// <summary>Answers requests.</summary>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        using CancellationTokenRegistration _ = cancel.Register(_listener.Stop);
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                cancel.ThrowIfCancellationRequested();
                throw;
            }

            await AnswerAsync(context, cancel);
        }
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AnswerAsync(HttpListenerContext context, CancellationToken cancel)
    {
        HttpListenerResponse response = context.Response;
        try
        {
            bool isKnown = context.Request.Url?.AbsolutePath == "/", isRead = context.Request.HttpMethod is "GET" or "HEAD";
            response.StatusCode = (int)(!isKnown ? HttpStatusCode.NotFound : isRead ? HttpStatusCode.OK : HttpStatusCode.MethodNotAllowed);
            if (response.StatusCode == (int)HttpStatusCode.OK)
            {
                response.ContentType = "text/html; charset=utf-8";
                response.ContentLength64 = _page.Length;
                response.Headers["Cache-Control"] = "no-store"; // Another model may be served here next.
                if (context.Request.HttpMethod == "GET")
                {
                    await response.OutputStream.WriteAsync(_page, cancel);
                }
            }

            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The browser went away.
            response.Abort();
        }
    }
}
