using System.Net;
using System.Xml.Linq;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Pictures;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Sandbox.Pictures;

[Collection(SandboxTests.Name)]
public sealed class PictureTests(SandboxWorld world)
{
    [Fact]
    public void Pictures_OfEveryKind_AreWellFormedAndWithoutScripts()
    {
        var catalog = new SandboxCatalog(new TestClock());
        var pictures = new PictureMaker(new ShapeLibrary());
        foreach (var product in catalog.Products.Where(product => product.Index % ProductGenerator.PerKind < 2))
        {
            for (var number = 1; number <= PictureMaker.Count; number++)
            {
                var picture = XDocument.Parse(pictures.Draw(product, number));

                Assert.Equal("svg", picture.Root!.Name.LocalName);
                Assert.DoesNotContain(picture.Descendants(), element => element.Name.LocalName is "script" or "image" or "foreignObject");
                Assert.DoesNotContain('{', picture.ToString());
            }
        }
    }

    [Fact]
    public void Drawings_OfAllKinds_AreAtLeastThirty()
    {
        var catalog = new SandboxCatalog(new TestClock());

        Assert.True(catalog.Kinds.Select(kind => kind.Shape).Distinct().Count() >= 30);
    }

    [Fact]
    public async Task Picture_OfAProduct_IsCachedAndMayRunNothing()
    {
        using var answer = await world.Client.GetAsync(Path(1), TestContext.Current.CancellationToken);

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.True(answer.Headers.CacheControl!.MaxAge > TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Picture_BeyondTheLast_IsNotFound()
    {
        using var answer = await world.Client.GetAsync(Path(4), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private string Path(int number) => world.Catalog.Listing(world.Catalog.Products.First(product => product.SoldBy(SandboxPartner.Amazon)), SandboxPartner.Amazon).PicturePath(number);
}
