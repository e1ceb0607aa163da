package org.plenary.admin.signup;

import java.util.UUID;
import org.plenary.admin.VerificationCodeAsked;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Begins sign-ups. */
@Component
class SigningUp {
    private final SignupRules rules;
    private final Signups signups;
    private final SignupTerms terms;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    SigningUp(
            SignupRules rules,
            Signups signups,
            SignupTerms terms,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.rules = rules;
        this.signups = signups;
        this.terms = terms;
        this.events = events;
        this.transactions = transactions;
    }

    /** @param secret what proves later that the same browser or program goes on; it is kept as a hash only */
    record Begun(UUID id, String secret) {}

    /**
     * Keeps the address for the organization and asks for the code to be mailed. Not one transaction: hashing the password
     * is slow on purpose and would hold a connection meanwhile.
     *
     * @throws Problem.InvalidInput naming every wrong member
     */
    Begun begin(SignupRequest request) {
        var accepted = rules.accept(request);
        var secret = Ids.secret();
        var signup = new Signup(
                Ids.next(),
                SignupStatus.VERIFYING_EMAIL,
                null,
                SignupStep.STARTED,
                accepted.wanted(),
                accepted.owner(),
                Secrets.hash(secret),
                VerificationCode.newKey(),
                1,
                0,
                0,
                null,
                null,
                terms.fromNow());
        try {
            transactions.executeWithoutResult(status -> open(signup));
        } catch (DuplicateKeyException e) {
            throw new Problem.InvalidInput("/organization/slug", "taken", "This address is taken.");
        }
        return new Begun(signup.id(), secret);
    }

    private void open(Signup signup) {
        signups.expire();
        signups.insert(signup);
        events.publishEvent(new VerificationCodeAsked(signup.id(), signup.codesSent()));
    }

    /** Has the same code mailed once more. */
    void sendAgain(UUID id) {
        transactions.executeWithoutResult(status -> {
            var signup = signups.lock(id).orElseThrow(() -> new Problem.NotFound("The sign-up"));
            if (signup.status() != SignupStatus.VERIFYING_EMAIL)
                throw new Problem.Conflict("wrong_status", "This sign-up does not wait for a code.");
            signups.codeSent(id);
            events.publishEvent(new VerificationCodeAsked(id, signup.codesSent() + 1));
        });
    }
}
