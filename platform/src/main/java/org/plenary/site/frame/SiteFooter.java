package org.plenary.site.frame;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;

/**
 * What an organization puts below its public pages.
 *
 * @param text plain, of several lines
 * @param imprint an address elsewhere, or a path of the public host; so is {@code privacy}
 * @param social profiles elsewhere, by https alone
 */
record SiteFooter(
        LocalizedText text,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String imprint,
        @Nullable String privacy,
        List<String> social) {
    static final SiteFooter NONE = new SiteFooter(new LocalizedText(Map.of()), null, null, null, null, List.of());
    static final int TEXT = 500;
    private static final int LINES = 8;
    private static final int ADDRESS = 300;
    private static final int MOST_SOCIAL = 8;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{3,39}");

    /** Of the public host itself; nothing that browsers take for another host. */
    private static final Pattern PATH = Pattern.compile("/(?:[A-Za-z0-9._~-][A-Za-z0-9._~/-]*)?");

    /** Networks by their hosts, with the name and the icon that they have. */
    private static final Map<String, List<String>> NETWORKS = networks();

    /** @param icon of the icon font */
    record Profile(String href, String label, String icon) {}

    List<Profile> profiles() {
        return social.stream().map(SiteFooter::profile).toList();
    }

    boolean hasNothing() {
        return equals(NONE);
    }

    /** Adds what is wrong with it. */
    void check(Violations found) {
        text.values().forEach((tag, each) -> {
            var pointer = "/text/" + tag;
            found.optionalText(pointer, each, TEXT);
            found.check(each.lines().count() <= LINES, pointer, "too_many_lines", "At most " + LINES + " lines.");
        });
        if (email != null) found.email("/email", email);
        if (phone != null)
            found.check(PHONE.matcher(phone).matches(), "/phone", "phone", "This is no telephone number.");
        checkLink(found, "/imprint", imprint);
        checkLink(found, "/privacy", privacy);
        found.check(social.size() <= MOST_SOCIAL, "/social", "too_many", "At most " + MOST_SOCIAL + ".");
        for (var each : social) found.check(isElsewhere(each), "/social", "https", "Each begins with https://.");
    }

    private static void checkLink(Violations found, String pointer, @Nullable String link) {
        if (link != null)
            found.check(
                    PATH.matcher(link).matches() && link.length() <= ADDRESS || isElsewhere(link),
                    pointer,
                    "link",
                    "A path such as /pages/imprint, or an address that begins with https://.");
    }

    private static boolean isElsewhere(String address) {
        if (address.length() > ADDRESS || !address.startsWith("https://")) return false;
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Profile profile(String address) {
        var host = URI.create(address).getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        for (var network : NETWORKS.entrySet())
            if (host.equals(network.getKey()) || host.endsWith("." + network.getKey()))
                return new Profile(
                        address,
                        network.getValue().getFirst(),
                        network.getValue().getLast());
        return new Profile(address, host, "ti-world");
    }

    private static Map<String, List<String>> networks() {
        var known = new LinkedHashMap<String, List<String>>();
        known.put("linkedin.com", List.of("LinkedIn", "ti-brand-linkedin"));
        known.put("youtube.com", List.of("YouTube", "ti-brand-youtube"));
        known.put("facebook.com", List.of("Facebook", "ti-brand-facebook"));
        known.put("instagram.com", List.of("Instagram", "ti-brand-instagram"));
        known.put("x.com", List.of("X", "ti-brand-x"));
        known.put("bsky.app", List.of("Bluesky", "ti-brand-bluesky"));
        known.put("github.com", List.of("GitHub", "ti-brand-github"));
        known.put("weibo.com", List.of("微博", "ti-brand-weibo"));
        known.put("bilibili.com", List.of("哔哩哔哩", "ti-brand-bilibili"));
        return known;
    }

    /** One for each line that somebody typed. */
    static List<String> lines(String typed) {
        var lines = new ArrayList<String>();
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        return lines;
    }
}
