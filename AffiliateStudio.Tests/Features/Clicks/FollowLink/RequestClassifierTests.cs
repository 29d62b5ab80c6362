using AffiliateStudio.Features.Clicks.FollowLink;
using AffiliateStudio.Features.Clicks.Model;
using Microsoft.AspNetCore.Http;

namespace AffiliateStudio.Tests.Features.Clicks.FollowLink;

public sealed class RequestClassifierTests
{
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36";

    public static TheoryData<string> People { get; } = [.. AgentCorpus.People()];

    public static TheoryData<string> Programs { get; } = [.. AgentCorpus.Programs()];

    public static TheoryData<string> Previewers { get; } = [.. AgentCorpus.Previewers()];

    [Fact]
    public void Corpus_IsLargeEnoughToMeanSomething() =>
        Assert.True(AgentCorpus.People().Concat(AgentCorpus.Programs()).Concat(AgentCorpus.Previewers()).Distinct().Count() >= 300);

    [Theory, MemberData(nameof(People), DisableDiscoveryEnumeration = true)]
    public void Browser_OfAPerson_IsCounted(string agent) => Assert.Equal(ClickKind.Counted, Classify(agent).Kind);

    [Theory, MemberData(nameof(Programs), DisableDiscoveryEnumeration = true)]
    public void Program_ThatIsNobody_IsABot(string agent) => Assert.Equal(ClickKind.Bot, Classify(agent).Kind);

    [Theory, MemberData(nameof(Previewers), DisableDiscoveryEnumeration = true)]
    public void Program_ThatMakesPreviews_GetsOneAndIsNotCounted(string agent)
    {
        var request = Classify(agent);

        Assert.Equal((ClickKind.Bot, true), (request.Kind, request.WantsPreview));
        Assert.InRange(request.Agent.Length, 1, 18);
    }

    [Theory]
    [InlineData("Sec-Purpose", "prefetch")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Sec-Purpose", "prefetch;anonymous-client-ip")]
    [InlineData("Purpose", "prefetch")]
    [InlineData("Purpose", "Prefetch")]
    [InlineData("Purpose", "preview")]
    [InlineData("X-Moz", "prefetch")]
    [InlineData("X-Purpose", "preview")]
    public void Browser_FetchingAhead_IsNotAClick(string header, string value) => Assert.Equal(ClickKind.Prefetch, Classify(Chrome, (header, value)).Kind);

    [Theory]
    [InlineData("Sec-Purpose", "")]
    [InlineData("Sec-Purpose", "document")]
    [InlineData("Sec-Fetch-Mode", "navigate")]
    public void Browser_WithOtherHeaders_IsCounted(string header, string value) => Assert.Equal(ClickKind.Counted, Classify(Chrome, (header, value)).Kind);

    [Fact]
    public void HeadRequest_OfABrowser_IsNotAClick() => Assert.Equal(ClickKind.Head, RequestClassifier.Classify("HEAD", Headers(Chrome)).Kind);

    [Fact]
    public void Request_WithoutUserAgent_IsABot() => Assert.Equal(ClickKind.Bot, RequestClassifier.Classify("GET", new HeaderDictionary()).Kind);

    private static RequestClass Classify(string agent, params (string Name, string Value)[] headers) => RequestClassifier.Classify("GET", Headers(agent, headers));

    private static HeaderDictionary Headers(string agent, params (string Name, string Value)[] headers)
    {
        var result = new HeaderDictionary { ["User-Agent"] = agent };
        foreach (var (name, value) in headers)
        {
            result[name] = value;
        }

        return result;
    }
}
