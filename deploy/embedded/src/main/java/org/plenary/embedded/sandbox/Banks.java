package org.plenary.embedded.sandbox;

/** What banks answer in their own time. */
record Banks(Debits debits, Refunds refunds) {
    void run() {
        debits.run();
        refunds.run();
    }
}
