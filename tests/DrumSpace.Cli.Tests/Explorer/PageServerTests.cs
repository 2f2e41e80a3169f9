using System.Net;
using System.Net.Sockets;
using System.Text;
using DrumSpace.Cli.Explorer;

namespace DrumSpace.Cli.Tests.Explorer;

public sealed class PageServerTests : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly PageServer _server = new("<p>ö</p>"u8.ToArray(), 0);
    private readonly HttpClient _client = new();
    private readonly Task _serving;

    public PageServerTests() => _serving = _server.RunAsync(_end.Token);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _serving);
        _server.Dispose();
        _client.Dispose();
        _end.Dispose();
    }

    [Fact]
    public async Task The_root_is_the_page_on_the_loopback_interface()
    {
        Assert.Equal("127.0.0.1", _server.Address.Host);
        using HttpResponseMessage answer = await _client.GetAsync(_server.Address, TestContext.Current.CancellationToken);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("<p>ö</p>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("GET /other HTTP/1.1", "404")]
    [InlineData("GET /../../etc/passwd HTTP/1.1", "404")]
    [InlineData("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", "404")]
    [InlineData("POST / HTTP/1.1", "405")]
    [InlineData("HEAD / HTTP/1.1", "200")]
    [InlineData("GET /?x=1 HTTP/1.1", "200")]
    public async Task Nothing_else_is_served(string request, string status)
    {
        using TcpClient raw = new();
        await raw.ConnectAsync(IPAddress.Loopback, _server.Address.Port, TestContext.Current.CancellationToken);
        string text = $"{request}\r\nHost: 127.0.0.1:{_server.Address.Port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        await raw.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        using StreamReader reader = new(raw.GetStream());
        Assert.StartsWith($"HTTP/1.1 {status} ", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_taken_is_an_error()
    {
        IOException error = Assert.Throws<IOException>(() => new PageServer([], _server.Address.Port));
        Assert.StartsWith($"port {_server.Address.Port} cannot be served", error.Message, StringComparison.Ordinal);
    }
}
