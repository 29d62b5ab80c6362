using System.Text;
using AffiliateStudio.Features.Videos;

namespace AffiliateStudio.Tests.Features.Videos;

public sealed class VideoContentTests
{
    [Theory]
    [InlineData("isom", "avc1")]
    [InlineData("mp42", "mp41")]
    [InlineData("XXXX", "iso6")]
    public void FtypWithPlayableBrand_Recognized_IsMp4(string major, string compatible) =>
        Assert.Equal("video/mp4", VideoContent.Recognize(Ftyp(major, compatible)).Value);

    [Theory]
    [InlineData("qt  ", "qt  ", "videos.quicktime")]
    [InlineData("M4A ", "isom", "videos.not-a-video")]
    [InlineData("heic", "mif1", "videos.not-a-video")]
    [InlineData("avif", "mif1", "videos.not-a-video")]
    [InlineData("XXXX", "YYYY", "videos.not-a-video")]
    public void FtypOfSomethingElse_Recognized_IsRefused(string major, string compatible, string code) =>
        Assert.Equal(code, VideoContent.Recognize(Ftyp(major, compatible)).Error?.Code);

    [Theory]
    [InlineData("webm", true)]
    [InlineData("webm\0\0", true)]
    [InlineData("matroska", false)]
    public void EbmlHeader_Recognized_ByItsDocType(string docType, bool taken) =>
        Assert.Equal(taken, VideoContent.Recognize(Ebml(docType)).Succeeded);

    [Fact]
    public void OtherContent_Recognized_IsRefusedWithoutThrowing()
    {
        Assert.Equal("videos.file-missing", VideoContent.Recognize([]).Error?.Code);
        Assert.Equal("videos.not-a-video", VideoContent.Recognize("Dear diary, this is text."u8).Error?.Code);
        var whole = Ebml("webm");
        for (var length = 1; length < whole.Length; length++)
        {
            Assert.False(VideoContent.Recognize(whole.AsSpan(0, length)).Succeeded);
        }
    }

    [Fact]
    public void RandomBytesAfterAGoodStart_Recognized_NeverThrow()
    {
        var random = new Random(4711);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(1, 64)];
            random.NextBytes(bytes);
            byte[] start = i % 2 == 0 ? [0x1A, 0x45, 0xDF, 0xA3] : [0, 0, 0, (byte)random.Next(64), .. "ftyp"u8];
            VideoContent.Recognize([.. start, .. bytes]);
        }
    }

    private static byte[] Ftyp(string major, string compatible) =>
        [0, 0, 0, 20, .. "ftyp"u8, .. Encoding.Latin1.GetBytes(major), 0, 0, 2, 0, .. Encoding.Latin1.GetBytes(compatible), 0, 0, 0, 8, .. "free"u8];

    private static byte[] Ebml(string docType)
    {
        byte[] elements = [0x42, 0x86, 0x81, 1, 0x42, 0x82, (byte)(0x80 | docType.Length), .. Encoding.Latin1.GetBytes(docType)];
        return [0x1A, 0x45, 0xDF, 0xA3, (byte)(0x80 | elements.Length), .. elements];
    }
}
