package org.plenary.site.frame;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * What stands around the public pages of an organization, or of one of its conferences.
 *
 * @param pages that are linked from somewhere, in their order
 * @param isPublic whether everybody sees the conference; true for the organization itself
 */
record SiteFrame(List<Linked> pages, SiteSettings.Stored settings, boolean isPublic) {
    /** @param ofConference whether it belongs to the conference that the frame is of; else it is the organization's own */
    record Linked(String slug, LocalizedText title, boolean inMenu, boolean ofConference) {}

    /** @param key what the page itself calls itself, so that its own link can be marked */
    record Item(String href, String label, String key) {}

    /** The footer in the reader's language. */
    record Foot(
            List<String> lines,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String imprint,
            @Nullable String privacy,
            List<SiteFooter.Profile> profiles) {}

    /** In the menu of a conference stand its own pages, in that of the organization the organization's. */
    List<Item> menu(String conferencePath, Locale locale) {
        var inConference = !conferencePath.isEmpty();
        return pages.stream()
                .filter(page -> page.inMenu() && page.ofConference() == inConference)
                .map(page -> item(page, conferencePath, locale))
                .toList();
    }

    /** Everything else that the footer does not lead to itself: the organization's menu too, when the menu is that of a conference. */
    List<Item> links(String conferencePath, Locale locale) {
        var inConference = !conferencePath.isEmpty();
        return pages.stream()
                .filter(page -> !page.inMenu() || page.ofConference() != inConference)
                .map(page -> item(page, conferencePath, locale))
                .filter(item -> !item.href().equals(settings.footer().imprint())
                        && !item.href().equals(settings.footer().privacy()))
                .toList();
    }

    /** Null when nothing was set. */
    @Nullable
    Foot foot(Locale locale) {
        var footer = settings.footer();
        if (footer.hasNothing()) return null;
        return new Foot(
                footer.text().in(locale).lines().toList(),
                footer.email(),
                footer.phone(),
                footer.imprint(),
                footer.privacy(),
                footer.profiles());
    }

    private static Item item(Linked page, String conferencePath, Locale locale) {
        var base = page.ofConference() ? conferencePath : "";
        var key = (page.ofConference() ? "page-" : "own-page-") + page.slug();
        return new Item(base + "/pages/" + page.slug(), page.title().in(locale), key);
    }
}
