using AffiliateStudio.Data;
using AffiliateStudio.Demo;
using AffiliateStudio.Platform.Time;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AffiliateStudio.Tests.Support;

/// <summary>
/// The whole product on a free loopback port with a data directory of its own, in the Development environment with the sandbox on and without demo history
/// (unless a setting says otherwise).
/// </summary>
public sealed class StudioHost : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("studio-host-").FullName;
    private readonly IReadOnlyDictionary<string, string> _settings;

    /// <summary>Starts the product with settings on top of the defaults, such as <c>("Demo:History", "true")</c>.</summary>
    public StudioHost(params (string Key, string Value)[] settings)
        : this(0, settings)
    {
    }

    /// <summary>Starts the product on a given port; 0 is a free one.</summary>
    public StudioHost(int port, params (string Key, string Value)[] settings)
    {
        _settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value);
        UseKestrel(port);
        StartServer();
        Address = ClientOptions.BaseAddress;
        DemoAccountsMade();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What the product logged at warning or above.</summary>
    public LogRecorder Log { get; } = new();

    /// <summary>The product's clock.</summary>
    public StudioClock Clock => Services.GetRequiredService<StudioClock>();

    /// <summary>The product's database.</summary>
    public IDbContextFactory<StudioDb> Databases => Services.GetRequiredService<IDbContextFactory<StudioDb>>();

    /// <summary>A client that follows no redirects and keeps cookies.</summary>
    public HttpClient NewClient() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    // Until the accounts are there, people are told to come back; no test is about those first moments.
    private void DemoAccountsMade()
    {
        if (Services.GetServices<IHostedService>().OfType<MakeDemo>().SingleOrDefault() is { ExecuteTask: { } making })
        {
            making.GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.ConfigureLogging(logging => logging.AddProvider(Log));
        builder.UseSetting("Studio:DataDirectory", _data);
        builder.UseSetting("Demo:History", "false");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }
}
