using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class StudioCategoriesTests
{
    [Theory]
    [InlineData("Home/Lighting/Desk Lamps", "Home/Lighting/Desk Lamps")]
    [InlineData("Home Page/Home/Lighting/Lamps & Shades", "Home/Lighting")]
    [InlineData("Home & Kitchen > Kitchen & Dining > Cookware", "Home/Kitchen/Cookware")]
    [InlineData("Electronics/Audio/Headphones", "Electronics/Audio")]
    [InlineData("Electronics > Computers & Accessories > Laptops", "Electronics/Computers")]
    [InlineData("Clothing, Shoes & Jewelry/Women/Shoes", "Fashion/Shoes")]
    [InlineData("Beauty & Personal Care/Skin Care/Face/Serums", "Beauty/Skin Care")]
    [InlineData("Toys & Games/Puzzles", "Toys")]
    [InlineData("Pet Supplies/Dogs", "Pets")]
    [InlineData("Sports & Outdoors/Exercise & Fitness/Yoga", "Sports/Fitness")]
    [InlineData("Patio & Garden/Grills", "Garden")]
    [InlineData("Gift Cards", "Gift Cards")]
    [InlineData("Wibble/Wobble", "Other")]
    [InlineData("", "Other")]
    [InlineData(null, "Other")]
    [InlineData(" / > /", "Other")]
    public void PartnersPath_IsMapped(string? path, string expected) => Assert.Equal(expected, StudioCategories.Map(PartnerKey.Walmart, path));

    [Fact]
    public void OwnCategories_MapToThemselves()
    {
        var wrong = StudioCategories.All.Where(category => StudioCategories.Map(PartnerKey.Amazon, category) is var mapped && mapped != category)
            .Select(category => $"{category} -> {StudioCategories.Map(PartnerKey.Amazon, category)}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void RateCards_NameCategoriesOfTheTree() =>
        Assert.All(Profiles.All.SelectMany(profile => profile.Rates), card => Assert.True(card.Category.Length == 0 || StudioCategories.All.Contains(card.Category), card.Category));

    [Theory]
    [InlineData("Home/Lighting", "Home", true)]
    [InlineData("Home", "Home", true)]
    [InlineData("Homeware", "Home", false)]
    [InlineData("Toys", "", true)]
    [InlineData("Home", "Home/Lighting", false)]
    public void Within_GoesByLevels(string category, string ancestor, bool expected) => Assert.Equal(expected, StudioCategories.IsWithin(category, ancestor));
}
