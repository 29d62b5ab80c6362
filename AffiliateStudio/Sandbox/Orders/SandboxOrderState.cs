namespace AffiliateStudio.Sandbox.Orders;

/// <summary>Where an order stands, in the sandbox's words.</summary>
public enum SandboxOrderState
{
    /// <summary>Amazon: ordered, not shipped; no report knows it.</summary>
    Ordered,

    /// <summary>Amazon: shipped and reported.</summary>
    Shipped,

    /// <summary>Walmart: waits for the locking date.</summary>
    Pending,

    /// <summary>Walmart: locked, will be paid.</summary>
    Approved,

    /// <summary>Walmart: cleared for payment.</summary>
    Cleared,

    /// <summary>Taken back.</summary>
    Returned,

    /// <summary>Amazon: taken back before it shipped, so that no report knows it.</summary>
    Cancelled,
}
