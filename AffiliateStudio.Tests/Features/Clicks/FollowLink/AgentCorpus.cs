namespace AffiliateStudio.Tests.Features.Clicks.FollowLink;

/// <summary>Labelled user agents, made from tables of real families: every browser on every platform it exists on, in-app browsers, and programs in several versions.</summary>
internal static class AgentCorpus
{
    private static readonly string[] Desktops = ["Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64", "X11; CrOS x86_64 14541.0.0", "X11; Ubuntu; Linux x86_64"];

    private static readonly string[] Phones =
    [
        "Linux; Android 10; K", "Linux; Android 14; Pixel 8 Pro", "Linux; Android 13; SM-S918B", "Linux; Android 12; CUBOT KINGKONG 9", "Linux; Android 11; CUBOT_X30", "Linux; Android 15; 24069PC21G",
    ];

    private static readonly string[] Apples = ["iPhone; CPU iPhone OS 18_5 like Mac OS X", "iPhone; CPU iPhone OS 26_0 like Mac OS X", "iPad; CPU OS 17_7 like Mac OS X"];

    public static IEnumerable<string> People()
    {
        int[] versions = [120, 137, 148, 156];
        foreach (var desktop in Desktops)
        {
            foreach (var version in versions)
            {
                var chrome = $"Mozilla/5.0 ({desktop}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version}.0.0.0 Safari/537.36";
                yield return chrome;
                yield return $"{chrome} Edg/{version}.0.0.0";
                yield return $"{chrome} OPR/{version - 16}.0.0.0";
                yield return $"{chrome} Vivaldi/7.{version % 10}";
                yield return $"{chrome} YaBrowser/25.{version % 12}.0.0";
                yield return $"Mozilla/5.0 ({desktop}; rv:{version}.0) Gecko/20100101 Firefox/{version}.0";
            }
        }

        foreach (var phone in Phones)
        {
            var mobile = $"Mozilla/5.0 ({phone}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36";
            yield return mobile;
            yield return $"Mozilla/5.0 ({phone}) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36";
            yield return $"{mobile} DuckDuckGo/5";
            var view = $"Mozilla/5.0 ({phone}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/148.0.0.0 Mobile Safari/537.36";
            yield return view;
            foreach (var app in InApp())
            {
                yield return $"{view} {app}";
            }
        }

        foreach (var apple in Apples)
        {
            var safari = $"Mozilla/5.0 ({apple}) AppleWebKit/605.1.15 (KHTML, like Gecko)";
            yield return $"{safari} Version/18.5 Mobile/15E148 Safari/604.1";
            yield return $"{safari} CriOS/148.0.0.0 Mobile/15E148 Safari/604.1";
            yield return $"{safari} FxiOS/140.0 Mobile/15E148 Safari/605.1.15";
            foreach (var app in InApp())
            {
                yield return $"{safari} Mobile/15E148 {app}";
            }
        }

        yield return "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";
        yield return "Opera/9.80 (Android; Opera Mini/36.2/119.132; U; en) Presto/2.12.423 Version/12.16";
        yield return "Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) Version/6.0 TV Safari/537.36";
    }

    public static IEnumerable<string> Previewers() =>
    [
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "facebookexternalhit/1.1", "Facebot Twitterbot/1.0", "facebookexternalhit/1.1 Facebot Twitterbot/1.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
        "meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)", "Twitterbot/1.0", "Mozilla/5.0 (compatible; Twitterbot/1.0)",
        "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "Slackbot 1.0 (+https://api.slack.com/robots)",
        "Slack-ImgProxy (+https://api.slack.com/robots)", "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)", "TelegramBot (like TwitterBot)", "WhatsApp/2.23.20.0", "WhatsApp/2.2607.4 W",
        "WhatsApp/2.19.81 A", "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b", "Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)",
        "Pinterest/0.2 (+https://www.pinterest.com/bot.html)", "Mozilla/5.0 (compatible; Pinterestbot/1.0; +https://www.pinterest.com/bot.html)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko; Google Web Preview) Chrome/41.0 Safari/537.36", "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
        "Iframely/1.3.1 (+https://iframely.com/docs/about)", "Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)", "http.rb/5.1.1 (Mastodon/4.3.0; +https://mastodon.social/)",
        "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)", "Mozilla/5.0 (Linux; Android 10) thirdLandingPageFeInfra", "Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots",
        "kakaotalk-scrap/1.0; +https://devtalk.kakao.com", "Synapse/1.120.0", "Rocket.Chat/7.0", "Mattermost-Bot/1.1",
    ];

    public static IEnumerable<string> Programs()
    {
        string[] crawlers =
        [
            "Googlebot/2.1; +http://www.google.com/bot.html", "bingbot/2.0; +http://www.bing.com/bingbot.htm", "YandexBot/3.0; +http://yandex.com/bots", "Baiduspider/2.0", "DuckDuckBot/1.1", "Applebot/0.1",
            "AhrefsBot/7.0; +http://ahrefs.com/robot/", "SemrushBot/7~bl", "MJ12bot/v1.4.8", "DotBot/1.2", "PetalBot;+https://webmaster.petalsearch.com", "SeznamBot/4.0", "GPTBot/1.2", "ClaudeBot/1.0",
            "PerplexityBot/1.0", "Amazonbot/0.1", "Bytespider", "CCBot/2.0", "GoogleOther", "AdsBot-Google", "Google-InspectionTool/1.0", "archive.org_bot", "Barkrowler/0.9", "DataForSeoBot/1.0", "coccocbot-web/1.0",
        ];
        foreach (var crawler in crawlers)
        {
            yield return $"Mozilla/5.0 (compatible; {crawler})";
            yield return $"Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; {crawler}) Chrome/148.0.0.0 Safari/537.36";
        }

        string[] libraries =
        [
            "curl", "Wget", "python-requests", "Python-urllib", "python-httpx", "aiohttp", "Go-http-client", "okhttp", "Java", "Apache-HttpClient", "libwww-perl", "Ruby", "Faraday v", "PHP", "GuzzleHttp", "axios",
            "node-fetch", "undici", "got", "Dart", "PostmanRuntime", "insomnia", "reactor-netty", "Scrapy", "HTTPie", "RestSharp", "Alamofire", "CFNetwork", "Zgrab", "masscan",
        ];
        foreach (var library in libraries)
        {
            yield return $"{library}/1.{library.Length}.0";
            yield return $"{library}/{library.Length}.2 (linux; x64)";
        }

        yield return "-";
        yield return "Dalvik/2.1.0 (Linux; U; Android 14; Pixel 8 Build/UD1A)";
        yield return "MyApp/3.1 CFNetwork/1494.0.7 Darwin/23.4.0";
        yield return "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/148.0.0.0 Safari/537.36";
        yield return "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36 Chrome-Lighthouse";
        yield return "Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1";
        yield return "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)";
        yield return "Mozilla/5.0 (compatible; Pingdom.com_bot_version_1.4)";
        yield return "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0)";
        yield return "Mozilla/4.0 (compatible; ms-office; MSOffice 16)";
        yield return "Mozilla/5.0 (compatible; Barracuda Sentinel (EE))";
        yield return "Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)";
        yield return "Expanse, a Palo Alto Networks company, searches across the global IPv4 space";
        yield return "W3C_Validator/1.3";
        yield return "Screaming Frog SEO Spider/20.0";
    }

    private static IEnumerable<string> InApp() =>
    [
        "Instagram 300.0.0.0 (google; google/pixel; en_US)", "[FBAN/FBIOS;FBAV/500.0.0;FBBV/1]", "[FB_IAB/FB4A;FBAV/500.0.0]", "musical_ly_2023 BytedanceWebview/d8a21c6", "trill_350 BytedanceWebview", "[Pinterest/iOS]",
        "[LinkedInApp]", "Snapchat/13.0.0.0", "Line/14.0", "Twitter for iPhone/10.0", "NAVER(inapp; search; 1100; 12.0)", "KAKAOTALK 10.4", "DaumApps/8.0", "GSA/380.0.0",
    ];
}
