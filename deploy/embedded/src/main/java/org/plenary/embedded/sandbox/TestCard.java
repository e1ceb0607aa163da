package org.plenary.embedded.sandbox;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The published test cards. Any other number is refused, so that nobody types a real one twice. */
enum TestCard {
    VISA("4242424242424242"),
    MASTERCARD("5555555555554444"),
    /** The charge succeeds and is disputed at once. */
    DISPUTED("4000000000000259"),
    AMEX("378282246310005"),
    /** A refund succeeds, and fails when the bank sends it back. */
    REFUND_FAILS("4000000000005126"),
    /** A refund is pending until the bank has it. */
    REFUND_PENDING("4000000000007726"),
    AUTHENTICATE("4000002760003184"),
    AUTHENTICATE_ALWAYS("4000000000003220"),
    AUTHENTICATE_THEN_DECLINE("4000008400001629", "card_declined", "generic_decline"),
    DECLINED("4000000000000002", "card_declined", "generic_decline"),
    INSUFFICIENT_FUNDS("4000000000009995", "card_declined", "insufficient_funds"),
    LOST("4000000000009987", "card_declined", "lost_card"),
    STOLEN("4000000000009979", "card_declined", "stolen_card"),
    EXPIRED("4000000000000069", "expired_card", null),
    INCORRECT_CVC("4000000000000127", "incorrect_cvc", null),
    /** A customer can leave it; charging it fails. */
    ATTACHES("4000000000000341", "card_declined", "generic_decline"),
    PROCESSING_ERROR("4000000000000119", "processing_error", null);

    private final String number;
    private final @Nullable String code;
    private final @Nullable String declineCode;

    TestCard(String number) {
        this(number, null, null);
    }

    TestCard(String number, @Nullable String code, @Nullable String declineCode) {
        this.number = number;
        this.code = code;
        this.declineCode = declineCode;
    }

    static Optional<TestCard> of(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    static boolean passesLuhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int value = i % 2 == 0 ? digit : digit * 2;
            sum += value > 9 ? value - 9 : value;
        }
        return number.length() >= 12 && sum % 10 == 0;
    }

    boolean wantsAuthentication() {
        return name().startsWith("AUTHENTICATE");
    }

    /** Whether the bank lets a customer leave it for later. */
    boolean attaches() {
        return code == null || this == ATTACHES;
    }

    /** Why the bank says no, or empty if it says yes. */
    Optional<Decline> decline() {
        return code == null ? Optional.empty() : Optional.of(new Decline(code, declineCode));
    }

    /** How the bank takes a refund. */
    Means.Back back() {
        return switch (this) {
            case REFUND_FAILS -> Means.Back.FAILS_LATER;
            case REFUND_PENDING -> Means.Back.SUCCEEDS_LATER;
            default -> Means.Back.AT_ONCE;
        };
    }

    String brand() {
        return number.startsWith("4") ? "visa" : number.startsWith("5") ? "mastercard" : "amex";
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }
}
