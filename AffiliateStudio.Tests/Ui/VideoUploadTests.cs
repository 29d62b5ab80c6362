using AffiliateStudio.Ui.Upload;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace AffiliateStudio.Tests.Ui;

public sealed class VideoUploadTests : BunitContext
{
    public VideoUploadTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(Mock.Of<AntiforgeryStateProvider>());
    }

    [Fact]
    public async Task EmptyFile_Chosen_IsNamedAsEmpty()
    {
        var field = Render<VideoUpload>(with => with.Add(component => component.Url, "/videos").Add(component => component.MaxMegabytes, 100));

        await field.InvokeAsync(() => field.Instance.Chosen("clip.mp4", 0));

        Assert.Equal("clip.mp4 is empty. Choose the file of the video.", field.Find(".field-error").TextContent);
        Assert.False(field.Instance.IsReady);
    }
}
