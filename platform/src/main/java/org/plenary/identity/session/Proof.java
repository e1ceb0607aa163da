package org.plenary.identity.session;

import java.util.List;

/** By what somebody has shown who they are; the words are those of RFC 8176. */
public enum Proof {
    PASSWORD("pwd"),
    PASSWORD_AND_CODE("pwd", "otp", "mfa"),
    PASSKEY("pop", "mfa");

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

    /** Whether it takes more than a password: a passkey is something that one has, and is opened by something else. */
    public boolean isStrong() {
        return this != PASSWORD;
    }
}
