using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DrumSpace.Cli.Tests.Fetching;

/// <summary>
/// An HTTP server on the loopback interface that answers each path with given bytes, including the header, and disconnects, so that it can
/// send malformed answers too.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, byte[]> _answers = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public LoopbackServer()
    {
        _listener.Start();
        Address =
            new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/set/"));
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>The base address: files are at /set/NAME.</summary>
    public Uri Address { get; }

    /// <summary>The requested paths so far, in order.</summary>
    public string[] Asked => [.. _asked];

    /// <summary>Answers a path with a file.</summary>
    public void Serve(string path, byte[] body) => Answer(path, "200 OK", $"Content-Length: {body.Length}", body);

    /// <summary>Answers a path with a custom header.</summary>
    public void Answer(string path, string status, string header, byte[] body) =>
        _answers[path] = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{header}\r\nConnection: close\r\n\r\n"), .. body];

    /// <summary>Accepts requests for a path and never answers.</summary>
    public void KeepSilent(string path) => _answers[path] = [];

    public void Dispose()
    {
        _end.Cancel();
        _serving.Wait();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> open = [];
        try
        {
            while (true)
            {
                open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
                if (await reader.ReadLineAsync(_end.Token) is not { } request)
                {
                    return;
                }

                string path = request.Split(' ')[1];
                while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 })
                {
                }

                _asked.Enqueue(path);
                byte[] answer = _answers.GetValueOrDefault(path)
                    ?? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
                if (answer.Length == 0)
                {
                    await Task.Delay(Timeout.Infinite, _end.Token);
                }

                await stream.WriteAsync(answer, _end.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException)
            {
                // The test is over, or the client has disconnected.
            }
        }
    }
}
