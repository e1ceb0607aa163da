package org.plenary.identity.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose provider it is: the first two are the whole platform's, an organization's own is good for that organization alone. */
public enum ProviderKind {
    GOOGLE("Google", "https://accounts.google.com"),
    ORCID("ORCID", "https://orcid.org"),
    OWN("", "");

    private final String title;
    private final String issuer;

    ProviderKind(String title, String issuer) {
        this.title = title;
        this.issuer = issuer;
    }

    /** What people call it; nothing for an organization's own, which has a name of its own. */
    public String title() {
        return title;
    }

    String issuer() {
        return issuer;
    }

    public boolean isShared() {
        return this != OWN;
    }

    /** As in addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing for what names no shared one. */
    static Optional<ProviderKind> shared(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.isShared() && kind.code().equals(code))
                .findFirst();
    }
}
