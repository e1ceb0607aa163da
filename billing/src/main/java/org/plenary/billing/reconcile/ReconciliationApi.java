package org.plenary.billing.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/billing/reconciliation")
class ReconciliationApi {
    private static final int MOST = 1_000;

    private final Differences differences;
    private final BalanceRows rows;
    private final BalanceCheck check;

    ReconciliationApi(Differences differences, BalanceRows rows, BalanceCheck check) {
        this.differences = differences;
        this.rows = rows;
        this.check = check;
    }

    /** @param readAt until when Stripe was asked; null when it never was @param differences the oldest first, at most a thousand */
    record View(
            @Nullable Instant readAt,
            boolean running,
            List<Differences.Balance> balances,
            List<Difference> differences) {}

    @GetMapping
    @Requires(Permission.BILLING_READ)
    View show() {
        var latest = rows.readings().stream().findFirst().orElse(null);
        return new View(
                latest == null ? null : latest.read(),
                latest != null && latest.isRunning(),
                differences.balances(),
                differences.list(MOST));
    }

    /** @param account one that {@link BalanceCheck#choices} offers */
    record Booking(@Nullable String account, @Nullable String note) {}

    /** Takes what Stripe says of one difference into the books. */
    @PostMapping("/{source}")
    @Requires(Permission.BILLING_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void book(@PathVariable String source, @RequestBody Booking booking) {
        check.book(source, booking.account(), booking.note());
    }

    /** Has Stripe asked soon; {@code running} of the view tells when that is done. */
    @PostMapping
    @Requires(Permission.BILLING_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask() {
        check.ask();
    }
}
