using System.Net;
using System.Text;

namespace AffiliateStudio.Tests.Connectors;

/// <summary>A partner that answers from a script and remembers what it was asked.</summary>
internal sealed class FakePartner : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<(Func<Call, bool> Matches, Queue<Func<Call, HttpResponseMessage>> Answers)> _script = [];

    /// <summary>What was asked, in order.</summary>
    public List<Call> Calls { get; } = [];

    /// <summary>Calls whose path ends so.</summary>
    public IEnumerable<Call> CallsTo(string pathEnd) => Calls.Where(call => call.Address.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal));

    /// <summary>Answers calls whose path ends so with these bodies in turn; the last one stays.</summary>
    public FakePartner On(string pathEnd, params string[] bodies) => On(pathEnd, [.. bodies.Select(body => (Func<Call, HttpResponseMessage>)(_ => Json(body)))]);

    /// <summary>Answers calls whose path ends so with these in turn; the last one stays.</summary>
    public FakePartner On(string pathEnd, params Func<Call, HttpResponseMessage>[] answers)
    {
        _script.Add((call => call.Address.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal), new Queue<Func<Call, HttpResponseMessage>>(answers)));
        return this;
    }

    /// <summary>A JSON answer.</summary>
    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var call = new Call(request.Method, request.RequestUri!, headers, request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken));
        lock (_gate)
        {
            Calls.Add(call);
            foreach (var (matches, answers) in _script)
            {
                if (matches(call))
                {
                    return (answers.Count > 1 ? answers.Dequeue() : answers.Peek())(call);
                }
            }
        }

        return new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("no such path in the script") };
    }

    /// <summary>One request.</summary>
    internal sealed record Call(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        /// <summary>A header, or null.</summary>
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
