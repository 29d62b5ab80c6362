using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>A platform where creators have videos of their own.</summary>
public interface IVideoPlatform : IPlatformSignIn
{
    /// <summary>How many videos one <see cref="QueryAsync"/> may ask for.</summary>
    int MostQueried { get; }

    /// <summary>Its short name; connections are kept under it.</summary>
    PartnerKey Platform { get; }

    /// <summary>The account behind the access.</summary>
    Task<PartnerResult<PlatformProfile>> ReadProfileAsync(PlatformAccess access, CancellationToken cancellationToken);

    /// <summary>A page of the account's public videos, newest first.</summary>
    /// <param name="access">The access.</param>
    /// <param name="cursor">What the page before named; null for the first.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<PartnerResult<PlatformVideoPage>> ListAsync(PlatformAccess access, long? cursor, CancellationToken cancellationToken);

    /// <summary>The account's videos with these ids; one that is not there any more is left out.</summary>
    Task<PartnerResult<IReadOnlyList<PlatformVideo>>> QueryAsync(PlatformAccess access, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Reads what the platform told us by itself, after checking who signed it and when.</summary>
    /// <param name="connection">Our app at the platform.</param>
    /// <param name="signature">The signature header.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="now">Now, UTC.</param>
    PartnerResult<PlatformNotice> ReadNotice(ConnectionContext connection, string? signature, ReadOnlyMemory<byte> body, DateTime now);
}
