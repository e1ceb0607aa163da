package org.plenary.identity.factor;

import java.util.UUID;
import org.plenary.identity.Callers;
import org.plenary.tenancy.StartStep;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Whoever manages the organization proves themselves by more than a password. */
@Component
class SecondFactorStart implements StartStep {
    private static final int ORDER = 30;
    private static final String ACCOUNT = "account:";

    private final Factors factors;
    private final Callers callers;
    private final Urls urls;

    SecondFactorStart(Factors factors, Callers callers, Urls urls) {
        this.factors = factors;
        this.callers = callers;
        this.urls = urls;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "identity.start.factor";
    }

    @Override
    public String path() {
        return urls.platform("/account").toString();
    }

    /** A program has no factors, nor has an operator who looks in any of the organization's. */
    @Override
    public boolean isDone() {
        var caller = callers.current().id();
        return !caller.startsWith(ACCOUNT)
                || factors.of(UUID.fromString(caller.substring(ACCOUNT.length())))
                        .isSetUp();
    }
}
