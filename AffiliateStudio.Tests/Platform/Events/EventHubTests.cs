using AffiliateStudio.Platform.Events;
using Microsoft.Extensions.Logging.Abstractions;

namespace AffiliateStudio.Tests.Platform.Events;

public sealed class EventHubTests
{
    private readonly EventHub _hub = new(NullLogger<EventHub>.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Subscriber_ThatThrows_DoesNotKeepTheOthersFromHearing()
    {
        var heard = new List<string>();
        using var failing = _hub.Subscribe<string>(_ => throw new InvalidOperationException("page is gone"));
        using var listening = _hub.Subscribe<string>(text =>
        {
            heard.Add(text);
            return Task.CompletedTask;
        });

        await _hub.PublishAsync("moved", Token);

        Assert.Equal(["moved"], heard);
    }

    [Fact]
    public async Task Subscriber_ThatIsCancelled_StopsNeitherThePublisherNorTheOthers()
    {
        var count = 0;
        using var leaving = _hub.Subscribe<string>(_ => throw new OperationCanceledException("page is gone"));
        using var listening = _hub.Subscribe<string>(_ => Task.FromResult(++count));

        await _hub.PublishAsync("moved", Token);

        Assert.Equal(1, count);
    }

    [Fact]
    public async Task Subscriber_ThatLeft_HearsNothingAnyMore()
    {
        var count = 0;
        var subscription = _hub.Subscribe<string>(_ => Task.FromResult(++count));
        await _hub.PublishAsync("first", Token);

        subscription.Dispose();
        subscription.Dispose();
        await _hub.PublishAsync("second", Token);

        Assert.Equal(1, count);
    }

    [Fact]
    public async Task Subscriber_OfAnotherEvent_IsNotTold()
    {
        var count = 0;
        using var subscription = _hub.Subscribe<Uri>(_ => Task.FromResult(++count));

        await _hub.PublishAsync("text", Token);

        Assert.Equal(0, count);
    }
}
