package org.plenary.embedded.sandbox;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a charge is paid with.
 *
 * @param type as Stripe names the method
 * @param shown the charge's {@code payment_method_details} below that name
 * @param disputed whether the payer's bank wants the money back at once
 * @param back what becomes of its refunds
 */
record Means(String type, ObjectNode shown, boolean disputed, Back back) {

    /** How the payer's bank takes a refund. */
    enum Back {
        AT_ONCE,
        /** Succeeds, and fails when the bank sends it back. */
        FAILS_LATER,
        /** Waits for the bank. */
        SUCCEEDS_LATER
    }

    static Means of(TestCard card, Intents.Payer payer) {
        ObjectNode shown = Json.shape("card_details");
        shown.put("brand", card.brand());
        shown.put("exp_month", Integer.parseInt(payer.expiry().substring(0, 2)));
        shown.put("exp_year", 2000 + Integer.parseInt(payer.expiry().substring(3)));
        shown.put("last4", card.lastFour());
        shown.put("network", card.brand());
        return new Means("card", shown, card == TestCard.DISPUTED, card.back());
    }

    static Means of(TestDebit debit) {
        ObjectNode shown = Json.object();
        shown.put("bank_code", debit.iban().substring(4, 9));
        shown.putNull("branch_code");
        shown.put("country", debit.iban().substring(0, 2));
        shown.put("fingerprint", debit.name());
        shown.put("last4", debit.iban().substring(debit.iban().length() - 4));
        shown.putNull("mandate");
        return new Means(LocalMethod.SEPA_DEBIT.wire(), shown, debit == TestDebit.DISPUTED, Back.SUCCEEDS_LATER);
    }

    static Means of(LocalMethod method) {
        return new Means(method.wire(), Json.object(), false, Back.AT_ONCE);
    }
}
