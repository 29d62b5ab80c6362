namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>A report as it lies in the partner's store.</summary>
/// <param name="Name">The file name.</param>
/// <param name="Content">The gzipped text.</param>
/// <param name="Md5">Its checksum, hex.</param>
/// <param name="LastModified">When it was written last, UTC.</param>
internal sealed record AmazonReportFile(string Name, byte[] Content, string Md5, DateTime LastModified);
