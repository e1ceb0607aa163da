package org.plenary.billing.ledger;

/** SPI: hears of each movement that has just been written, in the transaction that wrote it. What it writes itself must not go in circles. */
public interface LedgerWatch {
    void posted(Movement movement);
}
