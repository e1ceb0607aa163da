package org.plenary.papers.committee;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What makes two people, or their institutions, the same for a conflict of interest. */
final class Kinship {
    /** Mail hosts of everybody: who shares one shares nothing. */
    private static final Set<String> FREE_MAIL = Set.of(
            "126.com",
            "139.com",
            "163.com",
            "aliyun.com",
            "aol.com",
            "fastmail.com",
            "foxmail.com",
            "gmail.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hotmail.com",
            "icloud.com",
            "live.com",
            "mail.ru",
            "me.com",
            "msn.com",
            "naver.com",
            "outlook.com",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "sina.com",
            "sina.cn",
            "sohu.com",
            "web.de",
            "yahoo.com",
            "yahoo.co.jp",
            "yahoo.co.uk",
            "yandex.ru",
            "yeah.net");

    /** Second levels under which countries register, as in {@code tsinghua.edu.cn}. */
    private static final Set<String> SHARED_SECOND = Set.of("ac", "co", "com", "edu", "go", "gov", "net", "or", "org");

    /** Parts of an affiliation that name an institution, and not a city or a department. */
    private static final Set<String> INSTITUTION = Set.of(
            "academy",
            "college",
            "hochschule",
            "hospital",
            "inc",
            "institut",
            "laborator",
            "universi",
            "école",
            "大学",
            "学院",
            "研究",
            "公司",
            "医院");

    private Kinship() {}

    static String email(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Letters in one form and case, single spaces; the order of given and family name does not matter. */
    static String name(String name) {
        return Arrays.stream(plain(name).split(" ")).sorted().collect(Collectors.joining(" "));
    }

    /** The last of its words first, in lower case: {@code wei li} of {@code Li Wei}. */
    static String turned(String name) {
        var words = name.strip().toLowerCase(Locale.ROOT);
        var last = words.lastIndexOf(' ');
        return last < 0 ? words : words.substring(last + 1) + " " + words.substring(0, last);
    }

    /**
     * The institution behind an address or a host: {@code mit.edu} of {@code ana@cs.mit.edu}.
     *
     * @return null for a mail host of everybody and for what is no host
     */
    static @Nullable String domain(String address) {
        var host = email(address.substring(address.lastIndexOf('@') + 1));
        var labels = host.split("\\.");
        if (labels.length < 2 || host.contains(" ")) return null;
        var kept = labels.length > 2
                        && labels[labels.length - 1].length() == 2
                        && SHARED_SECOND.contains(labels[labels.length - 2])
                ? 3
                : 2;
        var domain = Arrays.stream(labels).skip(labels.length - (long) kept).collect(Collectors.joining("."));
        return FREE_MAIL.contains(domain) ? null : domain;
    }

    /** The institutions that an affiliation names: the whole, and those of its parts that are institutions. */
    static Set<String> institutions(@Nullable String affiliation) {
        if (affiliation == null || affiliation.isBlank()) return Set.of();
        var named = Arrays.stream(affiliation.split("[,;/，；、]"))
                .map(Kinship::plain)
                .filter(part -> INSTITUTION.stream().anyMatch(part::contains))
                .collect(Collectors.toSet());
        named.add(plain(affiliation));
        return named;
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
