using System.Net;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Files;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Features.Videos;

public sealed class UploadLimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EndlessStream_Received_IsCutOffAtTheLimitAndRemoved()
    {
        var folder = Directory.CreateTempSubdirectory("studio-videos-");
        var files = new VideoFiles(new DataDirectory(folder.FullName), Options.Create(new VideosOptions { MaxUploadMegabytes = 1 }));
        await using var endless = new EndlessVideo();

        var result = await files.ReceiveVideoAsync(new VideoId(Guid.CreateVersion7()), endless, Cancel);

        Assert.Equal("videos.too-large", result.Error?.Code);
        Assert.Contains("larger than 1 MB", result.Error!.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Given, 1024 * 1024, 2 * 1024 * 1024);
        Assert.Empty(Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task FileOfExactlyTheLimit_Received_IsTaken()
    {
        var folder = Directory.CreateTempSubdirectory("studio-videos-");
        var files = new VideoFiles(new DataDirectory(folder.FullName), Options.Create(new VideosOptions { MaxUploadMegabytes = 1 }));

        var result = await files.ReceiveVideoAsync(new VideoId(Guid.CreateVersion7()), new MemoryStream(Clips.Mp4(1024 * 1024)), Cancel);

        Assert.Equal(1024 * 1024, result.Value.SizeBytes);
        result.Value.Dispose();
        Assert.Empty(Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task TwoGigabytesAnnounced_Sent_AreRefusedBeforeTheyCome()
    {
        await using var host = new Accounts.AccountsHost();
        using var creator = await CreatorSession.SignInAsync(host, "giant");

        using var response = await creator.UploadAsync(new AnnouncedContent(2L * 1024 * 1024 * 1024));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("larger than 200 MB", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    /// <summary>Says how long it is and never comes to be sent, because the server answers first.</summary>
    private sealed class AnnouncedContent(long length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new InvalidOperationException("The server asked for two gigabytes.");

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }

    private sealed class EndlessVideo : Stream
    {
        private readonly byte[] _head = Clips.Mp4(64);

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++)
            {
                buffer[offset + i] = Given < _head.Length ? _head[Given] : (byte)7;
                Given++;
            }

            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
