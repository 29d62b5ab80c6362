using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

[Collection(SharedStudio.Name)]
public sealed class SignInTests(Studio studio)
{
    [Theory]
    [InlineData("creator@studio.test", "Discover")]
    [InlineData("admin@studio.test", "Conversions")]
    [InlineData("brand@studio.test", "Home")]
    public async Task DemoAccount_UsedWithOneTap_LeadsToTheWorkOfItsRole(string email, string place)
    {
        await using var visitor = await studio.NewVisitorAsync();
        await visitor.Page.GotoAsync("/Account/Login");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = $"Use this account: {email}" }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Navigation).First.GetByRole(AriaRole.Link, new() { Name = place }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WrongPassword_Entered_KeepsTheAddressAndSaysWhatToDo()
    {
        await using var visitor = await studio.NewVisitorAsync();
        await visitor.Page.GotoAsync("/Account/Login");
        await visitor.Page.GetByLabel("E-mail").FillAsync("brand@studio.test");
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("not the password");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("E-mail")).ToHaveValueAsync("brand@studio.test");
    }

    [Theory]
    [InlineData("creator@studio.test", "/admin/conversions")]
    [InlineData("creator@studio.test", "/admin/sandbox")]
    [InlineData("brand@studio.test", "/discover")]
    [InlineData("admin@studio.test", "/earnings")]
    public async Task Page_OfAnotherRole_IsRefusedInWords(string email, string path)
    {
        await using var visitor = await studio.NewVisitorAsync();
        visitor.ExpectConsoleError("status of 403");
        await visitor.SignInAsync(email);

        var answer = await visitor.Page.GotoAsync(path);

        Assert.Equal(403, answer!.Status);
        await Assertions.Expect(visitor.Page.GetByText("This page is not for your account")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_OpenedSignedOut_LeadsToSignInAndBack()
    {
        await using var visitor = await studio.NewVisitorAsync();
        await visitor.Page.GotoAsync("/videos");
        Assert.Contains("/Account/Login", visitor.Page.Url, StringComparison.Ordinal);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Use this account: creator@studio.test" }).ClickAsync();

        await visitor.Page.WaitForURLAsync("**/videos");
    }
}
