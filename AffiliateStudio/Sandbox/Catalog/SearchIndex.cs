using System.Buffers;

namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>Finds products by words, in memory: for each word the products that carry it and how much that says about them.</summary>
internal sealed class SearchIndex
{
    private readonly Dictionary<string, List<Posting>> _postings = new(StringComparer.Ordinal);
    private readonly string[] _words;
    private readonly SandboxProduct[] _products;

    public SearchIndex(SandboxProduct[] products)
    {
        _products = products;
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var product in products)
        {
            weights.Clear();
            Weigh(weights, product.Kind.Noun, 9);
            Weigh(weights, product.Kind.Leaf, 6);
            Weigh(weights, product.Brand, 6);
            Weigh(weights, product.Series, 5);
            Weigh(weights, product.Color.Name, 4);
            Weigh(weights, product.Material, 3);
            Weigh(weights, product.Size, 3);
            Weigh(weights, product.Kind.Group, 2);
            Weigh(weights, product.Kind.Department.Name, 2);
            Weigh(weights, product.Model, 5);
            foreach (var feature in product.Features)
            {
                Weigh(weights, feature, 2);
            }

            foreach (var (word, weight) in weights)
            {
                if (!_postings.TryGetValue(word, out var list))
                {
                    _postings.Add(word, list = []);
                }

                list.Add(new Posting(product.Index, weight));
            }
        }

        _words = [.. _postings.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The products that fit the words best, best first. All words must fit; when no product carries them all, those that carry the most of them, if at least half.
    /// The last word also fits as the beginning of a longer one. No words fit everything.
    /// </summary>
    public List<SandboxProduct> Find(string text, Func<SandboxProduct, bool> accepts)
    {
        var words = Words(text).Distinct().Take(12).ToList();
        if (words.Count == 0)
        {
            return [.. _products.Where(accepts).OrderByDescending(product => product.Popularity).ThenBy(product => product.Index)];
        }

        var hits = ArrayPool<byte>.Shared.Rent(_products.Length);
        var scores = ArrayPool<int>.Shared.Rent(_products.Length);
        Array.Clear(hits);
        Array.Clear(scores);
        try
        {
            for (var i = 0; i < words.Count; i++)
            {
                Count(words[i], i == words.Count - 1, (byte)i, hits, scores);
            }

            return Ranked(words.Count, hits, scores, accepts);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(hits);
            ArrayPool<int>.Shared.Return(scores);
        }
    }

    /// <summary>The words of a text: lower case, letters and digits, plural s dropped.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] == '\'' && start >= 0));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return Stem(text[start..i].Replace("'", string.Empty, StringComparison.Ordinal).ToLowerInvariant());
                start = -1;
            }
        }
    }

    private static string Stem(string word) => word.Length switch
    {
        > 4 when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        > 4 when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) => word[..^2],
        > 3 when word[^1] == 's' && word[^2] != 's' => word[..^1],
        _ => word,
    };

    private static void Weigh(Dictionary<string, int> weights, string text, int weight)
    {
        foreach (var word in Words(text))
        {
            weights.TryGetValue(word, out var before);
            weights[word] = Math.Max(before, weight);
        }
    }

    private void Count(string word, bool asPrefix, byte ordinal, byte[] hits, int[] scores)
    {
        if (_postings.TryGetValue(word, out var exact))
        {
            Count(exact, 2, ordinal, hits, scores);
        }

        if (!asPrefix || word.Length < 2)
        {
            return;
        }

        var at = Array.BinarySearch(_words, word, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at + 1; i < _words.Length && _words[i].StartsWith(word, StringComparison.Ordinal); i++)
        {
            Count(_postings[_words[i]], 1, ordinal, hits, scores);
        }
    }

    // A product counts once per word of the query: hits grows only while it equals the words seen with it so far or fewer than this one's place allows.
    private static void Count(List<Posting> postings, int factor, byte ordinal, byte[] hits, int[] scores)
    {
        foreach (var posting in postings)
        {
            var seen = scores[posting.Product] >> 24 == ordinal + 1;
            if (!seen)
            {
                hits[posting.Product]++;
                scores[posting.Product] = ((ordinal + 1) << 24) | (scores[posting.Product] & 0xFF_FFFF);
                scores[posting.Product] += posting.Weight * factor;
            }
        }
    }

    private List<SandboxProduct> Ranked(int words, byte[] hits, int[] scores, Func<SandboxProduct, bool> accepts)
    {
        var found = new List<(int Score, SandboxProduct Product)>();
        for (var needed = words; needed * 2 >= words && found.Count == 0; needed--)
        {
            for (var i = 0; i < _products.Length; i++)
            {
                if (hits[i] == needed && needed > 0 && accepts(_products[i]))
                {
                    found.Add((((scores[i] & 0xFF_FFFF) * 1_000) + _products[i].Popularity, _products[i]));
                }
            }
        }

        found.Sort(static (left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Product.Index.CompareTo(right.Product.Index));
        return found.ConvertAll(entry => entry.Product);
    }

    private readonly record struct Posting(int Product, int Weight);
}
