namespace AffiliateStudio.Sandbox.Orders;

/// <summary>Where an order stands, in the sandbox's words.</summary>
public enum SandboxOrderState
{
    /// <summary>Amazon: ordered, not shipped; no report knows it.</summary>
    Ordered,

    /// <summary>Amazon: shipped and reported.</summary>
    Shipped,

    /// <summary>impact.com: waits for the locking date. Rakuten: a signal that may yet be dropped.</summary>
    Pending,

    /// <summary>Locked, will be paid.</summary>
    Approved,

    /// <summary>Cleared for payment.</summary>
    Cleared,

    /// <summary>Taken back.</summary>
    Returned,

    /// <summary>Amazon: taken back before it shipped, so that no report knows it.</summary>
    Cancelled,

    /// <summary>Expedia: booked, and the stay is still to come or under way.</summary>
    Booked,

    /// <summary>Expedia: the guests have left, and the booking waits for the partner's approval.</summary>
    Stayed,
}
