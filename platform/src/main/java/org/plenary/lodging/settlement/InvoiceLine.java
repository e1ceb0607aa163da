package org.plenary.lodging.settlement;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One stay on the invoice of a hotel.
 *
 * @param reference confirmation number or code of the order; empty when the invoice names none
 * @param roomNumber empty when the invoice names none
 */
record InvoiceLine(
        UUID id,
        String reference,
        String roomNumber,
        String guest,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        int nights,
        Money amount) {}
