package org.plenary.registration.order;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;

/**
 * A change of an order that is paid for on its own; its id is what the payment is for.
 *
 * @param due what is to be paid, or was
 */
record OrderChange(
        UUID id, UUID order, ChangeStatus status, Proposal proposal, Money due, Instant createdAt, Instant expiresAt) {}
