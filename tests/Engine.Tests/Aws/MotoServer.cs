using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace FlowLogs.Tests.Aws;

/// <summary>A test that needs the emulator `moto_server` on the PATH.</summary>
public sealed class MotoFactAttribute : FactAttribute
{
    public MotoFactAttribute()
    {
        if (MotoServer.Executable is null)
            Skip = "moto_server is not on the PATH (pip install 'moto[server]').";
    }
}

/// <summary>A moto_server on a free port of loopback, a stand-in for AWS that others wrote.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private Process? _process;

    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { "moto_server", "moto_server.exe" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public Uri Url { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Executable is null)
            return;
        var port = ScriptedServer.FreePort();
        Url = new Uri($"http://127.0.0.1:{port}/");
        _process = Process.Start(new ProcessStartInfo(Executable, ["-H", "127.0.0.1", "-p", $"{port}"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (tries < 300 && !_process.HasExited)
            {
                await Task.Delay(200);
            }
        }
    }

    /// <summary>Calls an operation that FlowLogs has no use for.</summary>
    public Task CallAsync(string operation, object body) => CallAsync("Logs_20140328." + operation, "logs", body);

    /// <summary>Calls an operation of another service that FlowLogs has no use for.</summary>
    public async Task CallAsync(string target, string service, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = JsonContent.Create(body, options: JsonSerializerOptions.Default) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(service == "monitoring" ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20200101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    public Task DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.Dispose();
        return Task.CompletedTask;
    }
}
