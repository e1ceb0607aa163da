package org.plenary.site.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;

/**
 * What a public page says of itself to search engines and to those who draw a link to it.
 *
 * @param canonical the one address of this page; on the organization's own domain when it has one
 * @param image its logo, null for none
 */
record SiteHead(
        String canonical,
        List<Alternate> alternates,
        String site,
        String title,
        @Nullable String summary,
        @Nullable String image,
        String locale) {

    /** The same page in a language; {@code x-default} lets the reader's browser choose. */
    record Alternate(String language, String href) {}

    /** @param chosen the language that stands in the address, or null */
    static SiteHead of(
            Tenant tenant,
            Urls urls,
            String path,
            @Nullable String chosen,
            String title,
            @Nullable String summary,
            Locale locale) {
        var address = urls.tenant(tenant, path).toString();
        var alternates = new ArrayList<Alternate>();
        for (var language : Languages.ALL)
            alternates.add(new Alternate(language.toLanguageTag(), inLanguage(address, language.toLanguageTag())));
        alternates.add(new Alternate("x-default", address));
        var logo = tenant.branding().logo();
        return new SiteHead(
                chosen == null ? address : inLanguage(address, chosen),
                List.copyOf(alternates),
                tenant.name(),
                title,
                summary,
                logo == null
                        ? null
                        : urls.tenant(tenant, "/brand/logo?v=" + logo).toString(),
                locale.equals(Languages.CHINESE) ? "zh_CN" : "en_US");
    }

    private static String inLanguage(String address, String tag) {
        return address + "?lang=" + tag;
    }
}
