using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Sandbox.Faults;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Walmart;

/// <summary>The gateway: four security headers, an RSA-SHA256 signature that is good for three minutes, and the quota.</summary>
internal sealed class WalmartGate : IEndpointFilter, IDisposable
{
    /// <summary>How far the timestamp of a signature may be from the gateway's clock.</summary>
    public static readonly TimeSpan SignatureLife = TimeSpan.FromSeconds(180);

    private readonly Lazy<RSA> _key;
    private readonly Lazy<SandboxCredentials> _credentials;
    private readonly TimeProvider _clock;
    private readonly RequestBudget _budget;
    private readonly CallWindow _day;

    public WalmartGate(IServiceProvider services, TimeProvider clock, IOptions<SandboxOptions> options)
    {
        _clock = clock;
        _credentials = new Lazy<SandboxCredentials>(services.GetRequiredService<SandboxCredentials>);
        _budget = new RequestBudget(options.Value.RequestsPerSecond);
        _day = new CallWindow(clock, options.Value.WalmartCallsPerDay, TimeSpan.FromDays(1));
        _key = new Lazy<RSA>(() =>
        {
            var key = RSA.Create();
            key.ImportFromPem(_credentials.Value.WalmartPrivateKeyPem);
            return key;
        });
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (Refusal(context.HttpContext.Request.Headers) is { } refusal)
        {
            return refusal;
        }

        if (!_budget.TryTake())
        {
            return WalmartErrors.Throttled(context.HttpContext, 1);
        }

        var (allowed, _, reset) = _day.Take();
        if (!allowed)
        {
            return WalmartErrors.Throttled(context.HttpContext, reset);
        }

        return await next(context);
    }

    public void Dispose()
    {
        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }

    private IResult? Refusal(IHeaderDictionary headers)
    {
        var id = headers["WM_CONSUMER.ID"].ToString().Trim();
        var timestamp = headers["WM_CONSUMER.INTIMESTAMP"].ToString().Trim();
        var version = headers["WM_SEC.KEY_VERSION"].ToString().Trim();
        var signature = headers["WM_SEC.AUTH_SIGNATURE"].ToString().Trim();
        if (id.Length == 0 || timestamp.Length == 0 || version.Length == 0 || signature.Length == 0)
        {
            return WalmartErrors.Gateway(
                StatusCodes.Status403Forbidden,
                "Security headers missing: WM_CONSUMER.ID, WM_CONSUMER.INTIMESTAMP, WM_SEC.KEY_VERSION and WM_SEC.AUTH_SIGNATURE are required");
        }

        if (id != _credentials.Value.WalmartConsumerId)
        {
            return WalmartErrors.Gateway(StatusCodes.Status401Unauthorized, $"Unknown consumer id: {id}");
        }

        if (version != _credentials.Value.WalmartKeyVersion)
        {
            return WalmartErrors.Gateway(StatusCodes.Status401Unauthorized, $"Could not find public key for consumer id: {id}, key version: {version}");
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || Math.Abs(_clock.GetUtcNow().ToUnixTimeMilliseconds() - milliseconds) > SignatureLife.TotalMilliseconds)
        {
            return WalmartErrors.Gateway(StatusCodes.Status401Unauthorized, "The timestamp for the signature expired");
        }

        var given = new byte[_key.Value.KeySize / 8];
        if (!Convert.TryFromBase64String(signature, given, out var length) || length != given.Length)
        {
            return WalmartErrors.Gateway(StatusCodes.Status401Unauthorized, "IAM-1000: Signature length not correct");
        }

        var signed = Encoding.UTF8.GetBytes($"{id}\n{timestamp}\n{version}\n");
        return _key.Value.VerifyData(signed, given, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ? null
            : WalmartErrors.Gateway(StatusCodes.Status401Unauthorized, "Signature verification failed");
    }
}
