package org.plenary.identity.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody has shown who they are; the words are those of RFC 8176, which has none for the word of somebody else
 * ({@code fed}).
 */
public enum Proof {
    PASSWORD("pwd"),
    PASSWORD_AND_CODE("pwd", "otp", "mfa"),
    PASSKEY("pop", "mfa"),
    PROVIDER("fed"),
    PROVIDER_AND_CODE("fed", "otp", "mfa");

    private static final String ONE = "one-factor";
    private static final String TWO = "two-factor";

    private final List<String> methods;

    Proof(String... methods) {
        this.methods = List.of(methods);
    }

    /** The token's {@code amr}. */
    public List<String> methods() {
        return methods;
    }

    /** The token's {@code acr}. */
    public String level() {
        return isStrong() ? TWO : ONE;
    }

    /**
     * Whether it takes more than a password or a provider's word: a passkey is something that one has, and is opened by something
     * else.
     */
    public boolean isStrong() {
        return this != PASSWORD && this != PROVIDER;
    }

    /** The same with a code of ours besides. */
    public Proof withCode() {
        return switch (this) {
            case PASSWORD, PASSWORD_AND_CODE -> PASSWORD_AND_CODE;
            case PROVIDER, PROVIDER_AND_CODE -> PROVIDER_AND_CODE;
            case PASSKEY -> PASSKEY;
        };
    }

    /** As it is stored: in words that the version before knows too, which runs beside this one for a while. */
    String stored() {
        return switch (this) {
            case PROVIDER -> PASSWORD.name();
            case PROVIDER_AND_CODE -> PASSWORD_AND_CODE.name();
            case PASSWORD, PASSWORD_AND_CODE, PASSKEY -> name();
        };
    }

    /** @param via the kind of provider, as it is stored beside; null when it was none */
    public static Proof ofStored(String stored, @Nullable String via) {
        var proof = valueOf(stored);
        if (via == null) return proof;
        return switch (proof) {
            case PASSWORD -> PROVIDER;
            case PASSWORD_AND_CODE -> PROVIDER_AND_CODE;
            case PASSKEY, PROVIDER, PROVIDER_AND_CODE -> proof;
        };
    }
}
