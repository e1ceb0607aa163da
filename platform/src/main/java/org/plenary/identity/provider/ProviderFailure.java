package org.plenary.identity.provider;

import java.util.Locale;

/** A sign-in by a provider that led nowhere. */
final class ProviderFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    ProviderFailure(Why why) {
        super(why.name());
        this.why = why;
    }

    enum Why {
        /** There is no such provider, or the organization does not offer it (any more). */
        NOT_OFFERED,
        /** The person changed their mind there. */
        CANCELLED,
        /** It cannot be reached, or is set up wrongly. */
        AWAY,
        /** What it answered is not right: not its own, not for us, or not about this sign-in. */
        NOT_TRUSTED,
        /** Too late, begun in another browser, or twice. */
        OVER,
        /** Nobody here is known by it. */
        UNKNOWN,
        /** The organization admits other addresses only. */
        DOMAIN,
        /** The identity is another account's. */
        TAKEN,
        /** It does not lead to this account. */
        NOT_THIS_WAY;

        /** As in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Why why() {
        return why;
    }
}
