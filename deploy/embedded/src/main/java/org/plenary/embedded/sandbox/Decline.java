package org.plenary.embedded.sandbox;

import org.jspecify.annotations.Nullable;

/** Why an attempt to pay failed: Stripe's error code and, for a declined card, the bank's reason. */
record Decline(String code, @Nullable String declineCode) {
    static final Decline AUTHENTICATION = new Decline("payment_intent_authentication_failure", null);
    /** An invoice is collected without anybody at a page to ask. */
    static final Decline NOBODY_THERE = new Decline("authentication_required", "authentication_required");

    static final Decline NO_CARD = new Decline("resource_missing", null);
    static final Decline NOT_A_TEST_CARD = new Decline("card_declined", "test_mode_live_card");

    String message() {
        return switch (reason()) {
            case "insufficient_funds" -> "Your card has insufficient funds.";
            case "expired_card" -> "Your card has expired.";
            case "incorrect_cvc" -> "Your card's security code is incorrect.";
            case "processing_error" -> "An error occurred while processing your card. Try again in a little bit.";
            case "payment_intent_authentication_failure" ->
                "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new"
                        + " PaymentMethod to attempt to fulfill this PaymentIntent again.";
            case "test_mode_live_card" ->
                "Your card was declined. Your request was in test mode, but used a non test card. For a list of valid"
                        + " test cards, visit: https://stripe.com/docs/testing.";
            case "authentication_required" -> "Your card was declined. This transaction requires authentication.";
            case "resource_missing" -> "There is no `default_payment_method` set on this Customer or Invoice.";
            default -> "Your card was declined.";
        };
    }

    /** The most exact name of the reason. */
    String reason() {
        return declineCode == null ? code : declineCode;
    }
}
