package org.plenary.identity.provider;

import java.io.InterruptedIOException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why an issuer cannot be used, in words for whoever set it up and none that tell where names lead inside of our network. */
final class IssuerFault extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    IssuerFault(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    IssuerFault(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    enum Reason {
        UNREACHABLE,
        TOO_SLOW,
        TLS,
        STATUS,
        NOT_JSON,
        OTHER_ISSUER,
        ENDPOINTS,
        NO_CODE,
        NO_ALGORITHM,
        NO_KEYS;

        /** As in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Reason reason() {
        return reason;
    }

    /** Of a call that failed. */
    static IssuerFault of(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedIOException) return new IssuerFault(Reason.TOO_SLOW, e);
            if (cause instanceof SSLException) return new IssuerFault(Reason.TLS, e);
        }
        return new IssuerFault(Reason.UNREACHABLE, e);
    }
}
