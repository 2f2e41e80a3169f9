using System.Net;
using DrumSpace.Midi.Files;

namespace DrumSpace.Cli.Fetching;

/// <summary>Downloads published files over HTTP, checks them, and writes them atomically.</summary>
/// <param name="address">File names are appended to it.</param>
/// <param name="patience">The timeout without data from the server.</param>
internal sealed class Download(Uri address, TimeSpan patience) : IDisposable
{
    // The handler never follows redirects from https to http.
    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxAutomaticRedirections = 5 })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>
    /// Downloads a file to a folder, unless it is there already with the right checksum.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">An existing folder.</param>
    /// <param name="progress">Called with the number of bytes received and, where known, the total.</param>
    /// <param name="cancellation">Cancels the download.</param>
    /// <exception cref="FetchException">
    /// The server refuses, disconnects or times out, or the file differs from the published one.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written, for example because the disk is full.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task FetchAsync(PublishedFile file, string folder, Action<long, long?> progress, CancellationToken cancellation)
    {
        string path = Path.Combine(folder, file.Name);
        if (File.Exists(path) && file.Checksum.Of(path) == file.Checksum.Value)
        {
            progress(new FileInfo(path).Length, file.Size);
            return;
        }

        Uri uri = new(address, file.Name);
        using AtomicFile target = new(path);
        await ReceiveAsync(uri, file, target.Stream, progress, cancellation);
        Check(uri, file, target.Stream);
        target.Commit();
    }

    private static void Check(Uri uri, PublishedFile file, FileStream content)
    {
        long size = content.Length;
        if (file.Size is { } expected && size != expected)
        {
            throw new FetchException($"{uri}: ends after {size} of {expected} bytes");
        }

        string hash = file.Checksum.Of(content);
        if (hash != file.Checksum.Value)
        {
            throw new FetchException($"{uri}: its {file.Checksum.Name} is {hash}, but that of the published file is {file.Checksum.Value}");
        }
    }

    private async Task ReceiveAsync(
        Uri uri, PublishedFile file, FileStream output, Action<long, long?> progress, CancellationToken cancellation)
    {
        using CancellationTokenSource silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        long done = 0;
        try
        {
            silence.CancelAfter(patience);
            using HttpResponseMessage response = await _client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, silence.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new FetchException($"{uri}: the server answers {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd());
            }

            long? total = file.Size ?? response.Content.Headers.ContentLength;
            await using Stream body = await response.Content.ReadAsStreamAsync(silence.Token);
            var buffer = new byte[1 << 16];
            while (await ReceiveAsync(uri, body, buffer, done, total, silence.Token) is var read and > 0)
            {
                done += read;
                if (done > file.MaxSize)
                {
                    string whose = file.Size is null ? "that are allowed" : "of the published file";
                    throw new FetchException($"{uri}: longer than the {file.MaxSize} bytes {whose}");
                }

                await output.WriteAsync(buffer.AsMemory(0, read), cancellation);
                silence.CancelAfter(patience);
                progress(done, total);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchException($"{uri}: the server is silent for {patience.TotalSeconds:0} s, after {done} bytes");
        }
        catch (HttpRequestException error)
        {
            throw new FetchException($"{uri}: {error.Message}", error);
        }
    }

    private static async Task<int> ReceiveAsync(Uri uri, Stream body, byte[] buffer, long done, long? total, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellation);
        }
        catch (IOException error)
        {
            throw new FetchException($"{uri}: the connection breaks off after {done}{(total is { } all ? $" of {all}" : "")} bytes", error);
        }
    }
}
