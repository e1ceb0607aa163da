package org.plenary.admin.signup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.SignupVerified;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.tenancy.TenantRegistry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes the code from the mail; the right one registers the tenant. */
@Component
class Verifying {
    private static final int TRIES = 5;

    private final Signups signups;
    private final SignupTerms terms;
    private final TenantRegistry registry;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    Verifying(
            Signups signups,
            SignupTerms terms,
            TenantRegistry registry,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.signups = signups;
        this.terms = terms;
        this.registry = registry;
        this.events = events;
        this.transactions = transactions;
    }

    private sealed interface Outcome {
        record Accepted() implements Outcome {}

        record Wrong(int left) implements Outcome {}

        record Ended(String problem) implements Outcome {}
    }

    /**
     * The right code once more is accepted once more. Wrong ones are counted, so they end in a commit and are told after it.
     *
     * @throws Problem.InvalidInput at {@code /code} for a wrong one
     * @throws Problem.Conflict when the sign-up has ended
     */
    void verify(UUID id, @Nullable String code) {
        if (code == null || code.isBlank()) throw new Problem.InvalidInput("/code", "required", "This is required.");
        switch (outcome(id, code)) {
            case Outcome.Accepted accepted -> {}
            case Outcome.Wrong wrong ->
                throw new Problem.InvalidInput(List.of(new Violation(
                        "/code", "wrong_code", "This is not the code that we mailed.", Map.of("left", wrong.left()))));
            case Outcome.Ended ended ->
                throw new Problem.Conflict("signup_ended", "This sign-up has ended: " + ended.problem());
        }
    }

    private Outcome outcome(UUID id, String code) {
        try {
            var outcome = transactions.execute(status -> tried(id, code));
            if (outcome == null) throw new IllegalStateException("no outcome");
            return outcome;
        } catch (Problem.InvalidInput taken) {
            // The operator gave the address to somebody else meanwhile; the failed insert took its transaction with it.
            transactions.executeWithoutResult(status -> signups.failed(id, "slug_taken"));
            return new Outcome.Ended("slug_taken");
        }
    }

    private Outcome tried(UUID id, String code) {
        var signup = signups.lock(id).orElseThrow(() -> new Problem.NotFound("The sign-up"));
        var isRight = VerificationCode.matches(signup.codeKey(), id, code);
        return switch (signup.status()) {
            case FAILED -> new Outcome.Ended(signup.problem() == null ? "failed" : signup.problem());
            case PROVISIONING, READY -> isRight ? new Outcome.Accepted() : new Outcome.Wrong(0);
            case VERIFYING_EMAIL -> {
                if (terms.hasExpired(signup)) yield ended(id, "expired");
                yield isRight ? accepted(signup) : wrong(signup);
            }
        };
    }

    private Outcome accepted(Signup signup) {
        var tenant = registry.register(signup.wanted().asTenant());
        signups.verified(signup.id(), tenant.id());
        events.publishEvent(new SignupVerified(signup.id()));
        return new Outcome.Accepted();
    }

    private Outcome wrong(Signup signup) {
        signups.wrongCode(signup.id());
        var left = TRIES - signup.wrongCodes() - 1;
        if (left <= 0) signups.failed(signup.id(), "too_many_wrong_codes");
        return new Outcome.Wrong(Math.max(left, 0));
    }

    private Outcome ended(UUID id, String problem) {
        signups.failed(id, problem);
        return new Outcome.Ended(problem);
    }
}
