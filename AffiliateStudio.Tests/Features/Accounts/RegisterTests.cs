using System.Net;
using AffiliateStudio.Data;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Accounts;

public sealed class RegisterTests(AccountsOnBothEngines hosts) : IClassFixture<AccountsOnBothEngines>
{
    [Theory, ClassData(typeof(Engines))]
    public async Task GoodForm_MakesACreator_SignsInAndWelcomesByMail(DatabaseProvider engine)
    {
        var host = await hosts.OnAsync(engine);
        using var browser = host.NewBrowser();

        await RegisterAsync(browser, "Ana Lind", "@Ana.Lind", "ana@example.test", AccountsHost.Password);

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        await browser.OpenAsync("/");
        Assert.Contains("Hello, Ana Lind", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("a[href='/@ana.lind']"));
        var mail = Assert.Single(await host.Outbox.ListAsync(100, TestContext.Current.CancellationToken), mail => mail.To == "ana@example.test");
        Assert.Contains("/@ana.lind", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task BadField_IsNamed_AndTheRestOfTheFormIsKept(DatabaseProvider engine)
    {
        (string Handle, string Password, string Field, string Message)[] refused =
        [
            ("ab", "long enough words", "Input.Handle", "3 to 24 letters"),
            (".dots.", "long enough words", "Input.Handle", "start and end"),
            ("admin", "long enough words", "Input.Handle", "taken"),
            ("fine.one", "short", "Input.Password", "12 characters"),
            ("fine.two", "password1234", "Input.Password", "easy to guess"),
            ("fine.three", "aaaaaaaaaaaaaaa", "Input.Password", "easy to guess"),
            ("fine.four", "carefulperson1", "Input.Password", "easy to guess"),
            ("lampenladen", "LampenLaden24", "Input.Password", "easy to guess"),
            ("lampen.laden", "lampenladen_24", "Input.Password", "easy to guess"),
        ];
        var host = await hosts.OnAsync(engine);
        using var browser = host.NewBrowser();

        foreach (var (handle, password, field, message) in refused)
        {
            await RegisterAsync(browser, "Careful Person", handle, "carefulperson@example.test", password);

            Assert.Equal((password, HttpStatusCode.OK), (password, browser.Status));
            Assert.Contains(message, browser.ErrorOf(field), StringComparison.Ordinal);
            Assert.Equal(
                ("Careful Person", handle, "carefulperson@example.test", null),
                (browser.ValueOf("Input.DisplayName"), browser.ValueOf("Input.Handle"), browser.ValueOf("Input.Email"), browser.ValueOf("Input.Password")));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AddressOrHandleInUse_IsSaidAtItsField(DatabaseProvider engine)
    {
        var host = await hosts.OnAsync(engine);
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
