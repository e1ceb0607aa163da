package org.plenary.payments;

/** Where a payment stands: open until paid or closed; processing while the bank has not said yes or no. */
public enum PaymentStatus {
    OPEN,
    PROCESSING,
    PAID,
    PARTLY_REFUNDED,
    REFUNDED,
    FAILED,
    CLOSED
}
