package org.plenary.admin.signup;

import com.ibm.icu.text.Transliterator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.stereotype.Component;

/** Which addresses organizations may have. */
@Component
class Slugs {
    /** Names that mean something of the platform's own, or that people would take for it. */
    private static final Set<String> RESERVED = Set.of(
            "www",
            "api",
            "admin",
            "app",
            "mail",
            "email",
            "smtp",
            "imap",
            "mx",
            "ftp",
            "static",
            "assets",
            "cdn",
            "media",
            "files",
            "img",
            "images",
            "status",
            "login",
            "logout",
            "signin",
            "signup",
            "sign-up",
            "register",
            "account",
            "accounts",
            "auth",
            "oauth",
            "oauth2",
            "sso",
            "openid",
            "operator",
            "operators",
            "platform",
            "plenary",
            "support",
            "help",
            "docs",
            "documentation",
            "dev",
            "development",
            "test",
            "testing",
            "staging",
            "stage",
            "demo",
            "sandbox",
            "billing",
            "payment",
            "payments",
            "pay",
            "checkout",
            "stripe",
            "webhook",
            "webhooks",
            "root",
            "administrator",
            "system",
            "internal",
            "localhost",
            "local",
            "control",
            "tenant",
            "tenants",
            "public",
            "private",
            "security",
            "abuse",
            "postmaster",
            "hostmaster",
            "webmaster",
            "noreply",
            "no-reply",
            "info",
            "about",
            "blog",
            "news",
            "legal",
            "privacy",
            "terms",
            "dns",
            "ns1",
            "ns2",
            "proxy",
            "metrics",
            "actuator",
            "health",
            "monitor",
            "grafana",
            "kibana",
            "search",
            "elastic",
            "redis",
            "postgres",
            "database",
            "backup",
            "manage",
            "dashboard",
            "console",
            "null",
            "undefined",
            "autoconfig",
            "autodiscover",
            "wpad",
            "isatap");

    /** Chinese words have no spaces between them, so their syllables are not parted either: {@code zhongguo}. */
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    /** Made when they are first needed: their rules take a third of a second to read. */
    private static final class Letters {
        static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");
        static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    }

    private static final int MAXIMUM = 31;
    private static final int MINIMUM = 3;

    private final TenantDirectory tenants;
    private final Signups signups;

    Slugs(TenantDirectory tenants, Signups signups) {
        this.tenants = tenants;
        this.signups = signups;
    }

    void check(Violations violations, String pointer, @Nullable String slug) {
        var form = new Violations().slug(pointer, slug);
        if (!form.isEmpty() || slug == null) {
            violations.slug(pointer, slug);
            return;
        }
        violations
                // An encoded name (RFC 5891) could show other letters than these.
                .check(
                        !slug.startsWith("xn--"),
                        pointer,
                        "slug",
                        "3 to 31 lower-case letters, digits and hyphens, starting with a letter.")
                .check(!RESERVED.contains(slug), pointer, "reserved", "This address is reserved.")
                .check(!isTaken(slug), pointer, "taken", "This address is taken.");
    }

    private boolean isTaken(String slug) {
        return tenants.isTaken(slug) || signups.isReserved(slug);
    }

    /** A free address made from the organization's name; empty when the name has too few letters for one. */
    String suggest(@Nullable String name) {
        var base = plain(name == null ? "" : name);
        if (base.length() < MINIMUM) return "";
        for (var number = 1; number < 10; number++) {
            var candidate = number == 1 ? base : cut(base, MAXIMUM - 2) + "-" + number;
            if (!RESERVED.contains(candidate) && !isTaken(candidate)) return candidate;
        }
        return "";
    }

    /** The name in Latin letters, in whatever script it is written. */
    static String plain(String name) {
        var pinyin = CHINESE.matcher(name)
                .replaceAll(
                        word -> " " + Letters.PINYIN.transliterate(word.group()).replaceAll("[^A-Za-z]", "") + " ");
        var words = Letters.LATIN
                .transliterate(pinyin)
                .replaceAll("['’.]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        return cut(words, MAXIMUM);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length).replaceAll("-+$", "");
    }
}
