using System.Net;

namespace AffiliateStudio.Tests.Features.Accounts;

public sealed class RegisterTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task GoodForm_MakesACreator_SignsInAndWelcomesByMail()
    {
        using var browser = host.NewBrowser();

        await RegisterAsync(browser, "Ana Lind", "@Ana.Lind", "ana@example.test", AccountsHost.Password);

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        await browser.OpenAsync("/");
        Assert.Contains("Hello, Ana Lind", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("a[href='/@ana.lind']"));
        var mail = Assert.Single(await host.Outbox.ListAsync(100, TestContext.Current.CancellationToken), mail => mail.To == "ana@example.test");
        Assert.Contains("/@ana.lind", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab", "long enough words", "Input.Handle", "3 to 24 letters")]
    [InlineData(".dots.", "long enough words", "Input.Handle", "start and end")]
    [InlineData("admin", "long enough words", "Input.Handle", "taken")]
    [InlineData("fine.one", "short", "Input.Password", "12 characters")]
    [InlineData("fine.two", "password1234", "Input.Password", "easy to guess")]
    [InlineData("fine.three", "aaaaaaaaaaaaaaa", "Input.Password", "easy to guess")]
    [InlineData("fine.four", "carefulperson1", "Input.Password", "easy to guess")]
    public async Task BadField_IsNamed_AndTheRestOfTheFormIsKept(string handle, string password, string field, string message)
    {
        using var browser = host.NewBrowser();

        await RegisterAsync(browser, "Careful Person", handle, "carefulperson@example.test", password);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains(message, browser.ErrorOf(field), StringComparison.Ordinal);
        Assert.Equal("Careful Person", browser.ValueOf("Input.DisplayName"));
        Assert.Equal(handle, browser.ValueOf("Input.Handle"));
        Assert.Equal("carefulperson@example.test", browser.ValueOf("Input.Email"));
        Assert.Null(browser.ValueOf("Input.Password"));
    }

    [Fact]
    public async Task AddressOrHandleInUse_IsSaidAtItsField()
    {
        await host.AddAccountAsync("first@example.test", handle: "first.one");
        using var browser = host.NewBrowser();

        await RegisterAsync(browser, "Second", "first.one", "second@example.test", AccountsHost.Password);
        Assert.Contains("@first.one is taken", browser.ErrorOf("Input.Handle"), StringComparison.Ordinal);

        await RegisterAsync(browser, "Second", "second.one", "FIRST@example.test", AccountsHost.Password);
        Assert.Contains("already", browser.ErrorOf("Input.Email"), StringComparison.Ordinal);

        await browser.SignInAsync("second@example.test", AccountsHost.Password);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    private static async Task RegisterAsync(AccountBrowser browser, string name, string handle, string email, string password)
    {
        await browser.OpenAsync("/Account/Register");
        await browser.SubmitAsync("register", ("Input.DisplayName", name), ("Input.Handle", handle), ("Input.Email", email), ("Input.Password", password));
    }
}
