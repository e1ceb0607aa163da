package org.plenary.billing.checkout;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.connect.ConnectedAccounts;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.PaymentStatus;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Opens, closes and asks about payments. Holds no transaction: each step is written before the next call to Stripe. */
@Component
public class Checkout {
    private static final int TRIES = 3;

    private final Tries tries;
    private final PaymentPages pages;
    private final ConnectedAccounts accounts;
    private final PaymentRows payments;
    private final Clock clock;

    Checkout(Tries tries, PaymentPages pages, ConnectedAccounts accounts, PaymentRows payments, Clock clock) {
        this.tries = tries;
        this.pages = pages;
        this.accounts = accounts;
        this.payments = payments;
        this.clock = clock;
    }

    public URI start(PaymentRequest request) {
        var account = accounts.readyFor(Tenancy.require());
        for (var i = 0; i < TRIES; i++) {
            var row = tries.openFor(request, account);
            var url = row.amount().equals(request.total()) ? pageOf(row) : null;
            if (url != null) return URI.create(url);
            if (!shut(row)) throw Tries.alreadyPaid();
        }
        throw PaymentPages.unavailable();
    }

    /** Whether the bound tenant can take cards, as far as is known. */
    public boolean takesCards() {
        return accounts.takesCards(Tenancy.require().id());
    }

    /** Where to pay, or null when nobody can pay this one any more. */
    private @Nullable String pageOf(PaymentRow row) {
        if (row.session() == null) return pages.open(row);
        var seen = pages.look(row.account(), row.session());
        return seen.state() == SeenSession.State.OPEN && row.expiresAt().isAfter(clock.instant()) ? seen.url() : null;
    }

    /** Makes sure that nobody can pay for the subject; false when somebody has. */
    public boolean close(UUID subject) {
        for (var i = 0; i < TRIES; i++) {
            var open = payments.open(subject);
            if (open.isEmpty()) {
                return payments.of(subject).stream()
                        .noneMatch(row -> row.confirmed()
                                && PaymentMoves.isSettled(row.status())
                                && row.left().isPositive());
            }
            if (!shut(open.get())) return false;
        }
        throw PaymentPages.unavailable();
    }

    /** Makes sure that nobody can pay on the page that is open; false when somebody just has. */
    public boolean closePage(UUID subject) {
        return payments.open(subject).map(this::shut).orElse(true);
    }

    /** Ends one payment; false when it was paid after all. */
    private boolean shut(PaymentRow row) {
        if (row.session() == null) {
            // its address was never given to anybody; when it was just now, the next round sees it
            tries.abandon(row.id(), "never_opened");
            return true;
        }
        tries.closing(row.id());
        pages.expire(row.account(), row.session());
        return switch (fulfil(row.account(), row.session()).orElseThrow(PaymentPages::unavailable)) {
            case PAID, PARTLY_REFUNDED, REFUNDED -> false;
            case CLOSED, FAILED -> true;
            case OPEN, PROCESSING -> throw PaymentPages.unavailable();
        };
    }

    /** Asks about the subject's open payment. */
    public void refresh(UUID subject) {
        payments.open(subject).ifPresent(this::recheck);
    }

    /** Asks about one payment, for reconciliation. */
    public void recheck(UUID payment) {
        payments.find(payment).ifPresent(this::recheck);
    }

    private void recheck(PaymentRow row) {
        if (row.session() != null) fulfil(row.account(), row.session());
        else if (row.expiresAt().isBefore(clock.instant())) tries.abandon(row.id(), "never_opened");
    }

    /** Asks Stripe how a session stands and makes that ours; whoever hears of it may call this, at any time and often. */
    public Optional<PaymentStatus> fulfil(String account, String session) {
        return pages.fulfil(account, session);
    }

    /** Keeps why a card was declined; the payment stays open. */
    public void declined(UUID payment, String problem) {
        tries.declined(payment, problem);
    }
}
