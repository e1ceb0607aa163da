package org.plenary.embedded.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether an account may take cards, in the words of both API versions, and what is asked of it. */
enum AccountStanding {
    ACTIVE("active", null, null),
    /** Details are missing. */
    ASKED("restricted", "requirements_past_due", "provide_info"),
    /** All is said, and somebody at Stripe looks at it. */
    REVIEWED("pending", "requirements_pending_verification", "no_resolution"),
    REFUSED("restricted", "restricted_other", "contact_stripe");

    /** What the onboarding asks for, by the names that version 2 has for it. */
    static final List<String> ASKED_FOR = List.of(
            "identity.business_details.registered_name",
            "identity.country",
            "configuration.merchant.external_account",
            "representative.verification.document");

    private static final Duration TIME_TO_ANSWER = Duration.ofDays(14);

    private final String status;
    private final String code;
    private final String resolution;

    AccountStanding(String status, @Nullable String code, @Nullable String resolution) {
        this.status = status;
        this.code = code == null ? "" : code;
        this.resolution = resolution == null ? "" : resolution;
    }

    static AccountStanding of(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw StripeError.invalidParameter(null, "standing", "One of: active, asked, reviewed, refused.");
        }
    }

    /** @return whether the status of card payments is another one now */
    boolean write(ObjectNode account, Instant now) {
        ObjectNode cards = cards(account);
        boolean moved = !Json.text(cards, "status").equals(status);
        cards.put("status", status);
        ArrayNode details = cards.putArray("status_details");
        if (!code.isEmpty()) {
            details.addObject().put("code", code).put("resolution", resolution);
        }
        boolean active = this == ACTIVE;
        account.put("charges_enabled", active);
        account.put("payouts_enabled", active);
        account.put("details_submitted", this != ASKED);
        Json.child(account, "capabilities")
                .put("card_payments", active ? "active" : this == REVIEWED ? "pending" : "inactive");
        first(account, now);
        second(account, now);
        return moved;
    }

    private void first(ObjectNode account, Instant now) {
        ObjectNode requirements = Json.child(account, "requirements");
        for (String list : new String[] {"currently_due", "past_due", "pending_verification"}) {
            requirements.putArray(list);
        }
        requirements.putNull("current_deadline");
        requirements.putNull("disabled_reason");
        if (this == ASKED) {
            ASKED_FOR.forEach(((ArrayNode) requirements.path("currently_due"))::add);
            requirements.put("current_deadline", now.plus(TIME_TO_ANSWER).getEpochSecond());
            requirements.put("disabled_reason", "requirements.past_due");
        } else if (this == REVIEWED) {
            ((ArrayNode) requirements.path("pending_verification")).add(ASKED_FOR.getLast());
            requirements.put("disabled_reason", "requirements.pending_verification");
        } else if (this == REFUSED) {
            requirements.put("disabled_reason", "rejected.other");
        }
    }

    private void second(ObjectNode account, Instant now) {
        ObjectNode requirements = Json.child(Json.child(account, "_v2"), "requirements");
        ArrayNode entries = requirements.putArray("entries");
        requirements.remove("summary");
        if (this == ASKED) {
            ASKED_FOR.forEach(name -> entry(entries, name, "user", "currently_due"));
            ObjectNode deadline = requirements.putObject("summary").putObject("minimum_deadline");
            deadline.put("status", "currently_due");
            deadline.put("time", now.plus(TIME_TO_ANSWER).toString());
        } else if (this == REVIEWED) {
            entry(entries, ASKED_FOR.getLast(), "stripe", "currently_due");
        }
    }

    private static void entry(ArrayNode entries, String name, String from, String when) {
        ObjectNode entry = entries.addObject();
        entry.put("awaiting_action_from", from);
        entry.put("description", name);
        entry.putArray("errors");
        ObjectNode impact = entry.putObject("impact");
        ObjectNode restricted = impact.putArray("restricts_capabilities").addObject();
        restricted.put("capability", "card_payments");
        restricted.put("configuration", "merchant");
        restricted.putObject("deadline").put("status", when);
        entry.putObject("minimum_deadline").put("status", when);
        entry.putArray("requested_reasons").addObject().put("code", "routine_onboarding");
    }

    static ObjectNode cards(ObjectNode account) {
        ObjectNode merchant = Json.child(Json.child(Json.child(account, "_v2"), "configuration"), "merchant");
        merchant.put("applied", true);
        return Json.child(Json.child(merchant, "capabilities"), "card_payments");
    }
}
