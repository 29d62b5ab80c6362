using System.IO.Pipelines;
using System.Net;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Features.Videos.UploadVideo;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Features.Pins;
using AffiliateStudio.Tests.Support;
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

    [Theory]
    [InlineData(513, true)]
    [InlineData(512, false)]
    public void DiskNearlyFull_Asked_HasRoomOnlyForTheLargestUploadAndTheReserve(long freeMegabytes, bool hasRoom)
    {
        var folder = Directory.CreateTempSubdirectory("studio-videos-");
        var files = new VideoFiles(new DataDirectory(folder.FullName), Options.Create(new VideosOptions { MaxUploadMegabytes = 1 })) { FreeBytes = () => freeMegabytes << 20 };

        Assert.Equal(hasRoom, files.HasRoom);
        folder.Delete(recursive: true);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task DiskWithoutRoom_VideoSent_IsRefusedUnread(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var folder = Directory.CreateTempSubdirectory("studio-videos-");
        var upload = Upload(scene, new VideoFiles(new DataDirectory(folder.FullName), Options.Create(new VideosOptions())) { FreeBytes = () => 600L << 20 });
        await using var content = new EndlessVideo();

        var result = await upload.RunAsync(new UploadVideo.Command(scene.Creator, "Words", content), Cancel);

        Assert.Equal("videos.no-space", result.Error?.Code);
        Assert.Equal(0, content.Given);
        folder.Delete(recursive: true);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ThirdUploadOfAPerson_WhileTwoAreOnTheirWay_IsRefusedUntilOneHasArrived(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var folder = Directory.CreateTempSubdirectory("studio-videos-");
        var upload = Upload(scene, new VideoFiles(new DataDirectory(folder.FullName), Options.Create(new VideosOptions())) { FreeBytes = () => long.MaxValue });
        var pipes = new[] { new Pipe(), new Pipe() };
        Task<Result<VideoId>> SendAsync(Actor actor, Stream content) => upload.RunAsync(new UploadVideo.Command(actor, "Words", content), Cancel);
        var running = pipes.Select(pipe => SendAsync(scene.Creator, pipe.Reader.AsStream())).ToList();
        await Task.WhenAll(pipes.Select(pipe => pipe.Writer.WriteAsync(new byte[1], Cancel).AsTask()));

        // Both have to be past the door before the third knocks; a stranger is not held up by them.
        while (upload.Running(scene.Creator.UserId) < 2)
        {
            await Task.Yield();
        }

        var third = await SendAsync(scene.Creator, new MemoryStream(Clips.Mp4(1024)));
        var stranger = await SendAsync(scene.Stranger, new MemoryStream(Clips.Mp4(1024)));
        foreach (var pipe in pipes)
        {
            await pipe.Writer.CompleteAsync();
        }

        await Task.WhenAll(running);
        var later = await SendAsync(scene.Creator, new MemoryStream(Clips.Mp4(1024)));

        Assert.Equal("videos.too-many-uploads", third.Error?.Code);
        Assert.Null(stranger.Error);
        Assert.Null(later.Error);
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

    private static UploadVideo Upload(PinScene scene, VideoFiles files) => new(scene.Database, files, scene.Ids, scene.Clock, scene.Events);

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
