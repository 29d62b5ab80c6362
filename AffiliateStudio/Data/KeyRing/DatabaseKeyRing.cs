using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data.KeyRing;

/// <summary>
/// Keeps the Data Protection key ring in the database, so that all nodes share it and a backup of the database has it. The interface is synchronous, and so is this.
/// </summary>
internal sealed class DatabaseKeyRing(IDbContextFactory<StudioDb> databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Set<KeyRingEntry>().AsNoTracking().OrderBy(entry => entry.Id).Select(entry => entry.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Add(new KeyRingEntry { Id = Guid.CreateVersion7(), FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
