using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Platform.Hosting;

/// <summary>Runs the product until it is told to stop, and turns what an operator can mend into a plain message and an exit code.</summary>
public static class StudioRun
{
    /// <summary>The process ended as it was told to.</summary>
    public const int Done = 0;

    /// <summary>Another process has the data directory or the address, or the database is not to be had: nothing is wrong with the settings as such.</summary>
    public const int Refused = 75;

    /// <summary>A setting is missing or wrong.</summary>
    public const int BadSettings = 78;

    /// <summary>Builds the product and runs it; the result is the process's exit code.</summary>
    /// <param name="build">Registers and maps everything. What it opens on the way (the data directory) may refuse the start as well.</param>
    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        try
        {
            await using var app = build();
            await app.RunAsync();
            return Done;
        }
        catch (StartRefusedException exception)
        {
            return await EndAsync(Refused, exception.Message);
        }
        catch (OptionsValidationException exception)
        {
            return await EndAsync(BadSettings, string.Join(Environment.NewLine, exception.Failures));
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return await EndAsync(Refused, exception.Message + " End the other program, or choose another address with --urls.");
        }
    }

    private static async Task<int> EndAsync(int code, string message)
    {
        await Console.Error.WriteLineAsync("Affiliate Studio did not start. " + message);
        return code;
    }
}
