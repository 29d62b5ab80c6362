namespace AffiliateStudio.Features.Clicks.FollowLink;

/// <summary>
/// Fragments of user agents that give programs away, compared without case. Fragments are chosen so that browsers inside apps (Instagram, TikTok, Pinterest, LinkedIn,
/// Snapchat, Line) and unlucky telephones do not carry them. Names that end in "bot" need no entry unless they make previews.
/// </summary>
internal static class AgentLists
{
    /// <summary>Programs that make a preview of a link for people.</summary>
    public static readonly string[] Previews =
    [
        "facebookexternalhit", "Facebot", "facebookcatalog", "meta-externalagent", "meta-externalfetcher", "Twitterbot", "LinkedInBot", "Slackbot", "Slack-ImgProxy", "Discordbot",
        "TelegramBot", "WhatsApp/", "SkypeUriPreview", "BingPreview", "redditbot", "Pinterestbot", "Pinterest/0.", "Google Web Preview", "Google-PageRenderer", "vkShare",
        "Iframely", "Embedly", "Snap URL Preview", "Snapchat URL Preview", "kakaotalk-scrap", "line-poker", "Mastodon/", "Bluesky Cardyb", "Yahoo Link Preview",
        "Synapse/", "Rocket.Chat", "Mattermost", "ZoomBot", "MicrosoftPreview", "Microsoft-Teams-Preview", "thirdLandingPageFeInfra", "TikTokSpider", "Threadsbot", "flipboardproxy", "Qwantify",
        "opengraph", "LinkPreview", "nextcloud server crawler", "Misskey/", "Pleroma", "Akkoma",
    ];

    /// <summary>Crawlers, scanners, monitors, automated browsers and libraries.</summary>
    public static readonly string[] Robots =
    [
        "crawl", "spider", "scrap", "slurp", "headless", "phantomjs", "selenium", "webdriver", "puppeteer", "playwright", "lighthouse", "pagespeed", "pingdom", "uptime",
        "statuscake", "site24x7", "newrelic", "datadog", "checkly", "gtmetrix", "curl/", "wget", "httpie", "python", "aiohttp", "httpx", "urllib", "java/", "okhttp", "apache-httpclient",
        "jakarta", "go-http-client", "go-resty", "libwww", "lwp::", "perl", "ruby", "faraday", "php/", "guzzle", "axios", "node-fetch", "node.js", "undici", "got/", "got (", "superagent",
        "reactor-netty", "rest-client", "restsharp", "winhttp", "wininet", "httpclient", "dart/", "dart:io", "postman", "insomnia", "cfnetwork", "dalvik/", "alamofire", "jsdom", "httrack",
        "feedfetcher", "feedburner", "feedly", "inoreader", "newsblur", "feedbin", "validator", "ia_archiver", "archive.org", "gptbot", "chatgpt-user", "oai-searchbot", "claude-user",
        "claudebot", "perplexitybot", "perplexity-user", "anthropic", "cohere-ai", "ccbot", "googleother", "google-extended", "google-inspectiontool", "google-read-aloud", "google-safety", "googleimageproxy",
        "adsbot-google", "mediapartners-google", "apis-google", "duplexweb", "ahrefs", "semrush", "mj12", "barkrowler", "dataprovider", "netcraft", "censys", "zgrab", "masscan",
        "nmap", "nuclei", "nikto", "sqlmap", "wpscan", "internet-measurement", "expanse", "paloalto", "urlscan", "virustotal", "proofpoint", "mimecast", "barracuda", "symantec", "trendmicro",
        "fortinet", "sophos", "zscaler", "messagelabs", "ironport", "safelinks", "ms-office", "msoffice", "microsoft office", "officeprotocoldiscovery", "outlook-ios-linkcheck",
        "yahoo! slurp", "yandexmobilebot", "mail.ru_bot", "bytespider", "petalbot", "daumoa", "yeti/", "sogou web", "360spider", "w3c_",
        "ltx71", "linkcheck", "link checker", "brokenlink", "dead-link", "xenu", "screaming frog", "monitor", "probe", "security scan", "vulnscan", "fetcher", "grabber", "extractor",
    ];
}
