package org.plenary.registration.order;

import org.plenary.payments.PaymentRequest;
import org.plenary.registration.Sellable;

/** What lines of an order are of, where it makes a difference: a room, a gift; all else is sold by the piece. */
final class LineKind {
    static final String ROOM = "room";
    private static final String DONATION = "donation";

    private LineKind() {}

    /** The name of the seller’s part for one of it: room, tour. */
    static String of(Sellable seller) {
        return seller.part().substring(0, seller.part().length() - 1);
    }

    /** Whether to say how many: the quantity of a room is its nights, which its description has. */
    static boolean isCounted(String kind, int quantity) {
        return quantity > 1 && !kind.equals(ROOM);
    }

    /** Whose money a line of a kind brings in. */
    static PaymentRequest.Revenue revenue(String kind) {
        return switch (kind) {
            case ROOM -> PaymentRequest.Revenue.LODGING;
            case DONATION -> PaymentRequest.Revenue.DONATION;
            default -> PaymentRequest.Revenue.SALES;
        };
    }
}
