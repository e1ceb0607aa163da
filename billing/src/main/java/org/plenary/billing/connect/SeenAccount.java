package org.plenary.billing.connect;

import com.stripe.model.v2.core.Account;
import com.stripe.model.v2.core.Account.Configuration.Merchant;
import com.stripe.model.v2.core.Account.Configuration.Merchant.Capabilities.CardPayments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account as Stripe showed it when asked. */
record SeenAccount(
        Standing standing,
        List<String> requirements,
        @Nullable Instant dueBy,
        @Nullable String disabledReason) {
    private static final int MOST = 40;
    private static final SeenAccount DISCONNECTED = new SeenAccount(Standing.DISCONNECTED, List.of(), null, null);

    static SeenAccount disconnected() {
        return DISCONNECTED;
    }

    static SeenAccount of(Account account) {
        var cards = Optional.ofNullable(account.getConfiguration())
                .map(Account.Configuration::getMerchant)
                .map(Merchant::getCapabilities)
                .map(Merchant.Capabilities::getCardPayments)
                .orElse(null);
        var entries = Optional.ofNullable(account.getRequirements())
                .map(Account.Requirements::getEntries)
                .orElse(List.of());
        var asked = entries.stream()
                .filter(entry -> !"stripe".equals(entry.getAwaitingActionFrom()))
                .map(Account.Requirements.Entry::getDescription)
                .filter(description -> description != null)
                .distinct()
                .limit(MOST)
                .toList();
        var detail = detail(cards);
        var standing = standing(account, cards, detail, !asked.isEmpty(), !entries.isEmpty());
        var reason = standing == Standing.ACTIVE || detail == null ? null : detail.getCode();
        return new SeenAccount(standing, asked, dueBy(account), reason);
    }

    private static Standing standing(
            Account account,
            @Nullable CardPayments cards,
            CardPayments.@Nullable StatusDetail detail,
            boolean isAsked,
            boolean isOpen) {
        if (Boolean.TRUE.equals(account.getClosed())) return Standing.OFF;
        var status = cards == null ? "" : String.valueOf(cards.getStatus());
        if (status.equals("active")) return Standing.ACTIVE;
        if (isAsked || (detail != null && "provide_info".equals(detail.getResolution())))
            return Standing.DETAILS_MISSING;
        return status.equals("pending") || isOpen ? Standing.UNDER_REVIEW : Standing.OFF;
    }

    private static CardPayments.@Nullable StatusDetail detail(@Nullable CardPayments cards) {
        return cards == null
                        || cards.getStatusDetails() == null
                        || cards.getStatusDetails().isEmpty()
                ? null
                : cards.getStatusDetails().getFirst();
    }

    private static @Nullable Instant dueBy(Account account) {
        return Optional.ofNullable(account.getRequirements())
                .map(Account.Requirements::getSummary)
                .map(Account.Requirements.Summary::getMinimumDeadline)
                .map(Account.Requirements.Summary.MinimumDeadline::getTime)
                .orElse(null);
    }
}
