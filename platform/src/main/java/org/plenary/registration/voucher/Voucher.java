package org.plenary.registration.voucher;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;
import org.plenary.registration.fee.Fee;

/**
 * A code that changes what fees cost. One use is one delegate's fee.
 *
 * @param uses how often it can be used; null for no limit
 * @param reserves whether its places are kept for those who have it
 * @param endedAt since when it cannot be used any more; null while it can
 */
public record Voucher(
        UUID id,
        String code,
        VoucherTerms terms,
        @Nullable Integer uses,
        boolean reserves,
        @Nullable Instant endedAt,
        Instant createdAt,
        long version) {

    /** Why a voucher cannot be used; the name is the violation's code. */
    public enum Refusal {
        VOUCHER_ENDED,
        VOUCHER_NOT_YET,
        VOUCHER_EXPIRED,
        VOUCHER_NOT_YOURS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param email of the buyer; null while it is not known, and then nobody is refused for it */
    public @Nullable Refusal refusal(LocalDate today, @Nullable String email) {
        if (endedAt != null) return Refusal.VOUCHER_ENDED;
        if (terms.validFrom() != null && today.isBefore(terms.validFrom())) return Refusal.VOUCHER_NOT_YET;
        if (terms.validUntil() != null && today.isAfter(terms.validUntil())) return Refusal.VOUCHER_EXPIRED;
        return email == null || terms.isFor(email) ? null : Refusal.VOUCHER_NOT_YOURS;
    }

    public boolean isFor(Fee fee) {
        return terms.fees().isEmpty() || terms.fees().contains(fee.key());
    }

    /** A fee that requires a code opens with a voucher that names it. */
    public boolean opens(Fee fee) {
        return terms.fees().contains(fee.key());
    }

    /** Whether a key of the stock counts uses of a voucher, and not places. */
    public static boolean isKey(String stockKey) {
        return stockKey.startsWith("voucher:") || stockKey.startsWith("buyer:");
    }

    /** Each use takes one of these. */
    public String stockKey() {
        return "voucher:" + id;
    }

    /** How the keys begin that count the uses of each buyer. */
    String buyersPrefix() {
        return "buyer:" + id + ":";
    }

    /** Each use by one buyer takes one of these; only there when uses per person are limited. */
    public String stockKey(String email) {
        var whose = Secrets.hash(email.strip().toLowerCase(Locale.ROOT));
        return buyersPrefix() + UUID.nameUUIDFromBytes(whose.getBytes(StandardCharsets.UTF_8));
    }
}
