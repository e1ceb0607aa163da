package org.plenary.registration.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;
import org.plenary.payments.PostalAddress;

/**
 * An order as it stands.
 *
 * @param total of everything that was ordered, whatever was cancelled of it since; what a change replaced is not in it
 * @param refunded what went back
 * @param returning what cancellations give back, whether or not it has gone yet
 * @param givenBack what changes gave back; the total is without it
 * @param forgiven of what cancellations give up, what was never paid
 * @param refused payments that came in beyond what was open
 * @param payment that confirmed it
 * @param organization that a group's was placed for; null when it is no group's
 * @param addedTo the order that this one was added to
 * @param silent whether it writes no mails by itself
 */
public record OrderRow(
        UUID id,
        UUID conference,
        String code,
        List<String> secretHashes,
        OrderStatus status,
        Contact contact,
        Locale locale,
        Money total,
        Money refunded,
        Money returning,
        Money givenBack,
        Money forgiven,
        List<UUID> refused,
        @Nullable UUID payment,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable String organization,
        @Nullable UUID addedTo,
        boolean silent,
        long version) {

    /** The row of the table {@code orders} that the result stands at. */
    static OrderRow of(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new OrderRow(
                row.getObject("id", UUID.class),
                row.getObject("conference_id", UUID.class),
                row.getString("code"),
                Arrays.asList((String[]) row.getArray("secret_hashes").getArray()),
                OrderStatus.of(row.getString("status")),
                new Contact(
                        row.getString("contact_name"),
                        row.getString("contact_email"),
                        row.getString("contact_country"),
                        row.getString("contact_vat_id"),
                        row.getString("contact_organization"),
                        PostalAddress.of(
                                row.getString("contact_street"),
                                row.getString("contact_postal_code"),
                                row.getString("contact_city"),
                                row.getString("contact_region")),
                        row.getString("purchase_order")),
                Locale.forLanguageTag(row.getString("locale")),
                Money.ofMinor(currency, row.getLong("total_minor")),
                Money.ofMinor(currency, row.getLong("refunded_minor")),
                Money.ofMinor(currency, row.getLong("returning_minor")),
                Money.ofMinor(currency, row.getLong("given_back_minor")),
                Money.ofMinor(currency, row.getLong("forgiven_minor")),
                Arrays.asList((UUID[]) row.getArray("refused_payments").getArray()),
                row.getObject("payment_id", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "confirmed_at"),
                instant(row, "ended_at"),
                row.getString("organization"),
                row.getObject("added_to", UUID.class),
                row.getBoolean("silent"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** Whether the secret is one of those that were given out for this order. */
    public boolean opensWith(@Nullable String secret) {
        if (secret == null || secret.isBlank()) return false;
        var matches = false;
        for (var hash : secretHashes) matches |= Secrets.matches(secret, hash);
        return matches;
    }

    /**
     * What can be given up at most, paid or still open. Only cancellations and the provider's own desk give back: the larger of both has
     * gone.
     */
    Money leftOfPaid() {
        return total.minus(MoneyUtils.max(refunded.plus(forgiven), returning));
    }

    /** What cancellations and changes promised to give back. */
    Money promised() {
        return returning.plus(givenBack).minus(forgiven);
    }

    /** As it is once so much of what is open was given up. */
    OrderRow lowered(Money by) {
        return new OrderRow(
                id,
                conference,
                code,
                secretHashes,
                status,
                contact,
                locale,
                total,
                refunded,
                returning.plus(by),
                givenBack,
                forgiven.plus(by),
                refused,
                payment,
                createdAt,
                expiresAt,
                confirmedAt,
                endedAt,
                organization,
                addedTo,
                silent,
                version);
    }

    /** Whether it may be paid later: an institution ordered it. */
    boolean isBillable() {
        return contact.isBillable(organization != null);
    }

    boolean isFree() {
        return total.isZero();
    }
}
