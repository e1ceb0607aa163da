package org.plenary.registration.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import tools.jackson.databind.JsonNode;

/**
 * A cart: everything that one buyer wants, to be had together or not at all. It carries no prices.
 *
 * @param rooms the wishes of the seller of that name, in its own shape; null for none
 * @param code opens fees that require one
 * @param donation a gift beside what is ordered; null for none
 * @param currency in which all of it is paid; null for the conference's main one
 * @param locale language tag of the mails and documents; null for the conference's main language
 * @param invitation token of a personal one, for a fee that is for invited people only
 * @param payBy how the buyer wants to pay; null for the first way that the organizer offers, which is by card if nothing else is set
 */
public record PlaceOrder(
        @Nullable Contact contact,
        List<DelegateWish> delegates,
        @Nullable JsonNode rooms,
        @Nullable JsonNode tours,
        @Nullable String code,
        @Nullable String locale,
        @Nullable Money donation,
        @Nullable String invitation,
        @Nullable String currency,
        @Nullable String payBy,
        @Nullable String occasion) {
    public PlaceOrder {
        delegates = Json.isMissing(delegates) ? List.of() : List.copyOf(delegates);
    }

    /** @param parts the sellers' wishes by their names: this record alone says which there are */
    public PlaceOrder(
            @Nullable Contact contact,
            List<DelegateWish> delegates,
            Map<String, JsonNode> parts,
            @Nullable String code,
            @Nullable String locale,
            @Nullable Money donation,
            @Nullable String invitation,
            @Nullable String currency,
            @Nullable String payBy) {
        this(
                contact,
                delegates,
                parts.get("rooms"),
                parts.get("tours"),
                code,
                locale,
                donation,
                invitation,
                currency,
                payBy,
                null);
    }

    /** The same cart, ordered by a link that says what it is for. @param token of an {@code Occasion}; null for none */
    public PlaceOrder by(@Nullable String token) {
        return new PlaceOrder(
                contact, delegates, rooms, tours, code, locale, donation, invitation, currency, payBy, token);
    }

    /** A cart of delegates alone. */
    public static PlaceOrder of(
            @Nullable Contact contact, List<DelegateWish> delegates, @Nullable String code, @Nullable String locale) {
        return new PlaceOrder(contact, delegates, Map.of(), code, locale, null, null, null, null);
    }

    /** @param formVersion the version of the form that the answers were given on; null for the newest */
    public record DelegateWish(
            @Nullable String fee,
            Map<String, JsonNode> answers,
            @Nullable Integer formVersion) {
        public DelegateWish {
            answers = Json.isMissing(answers) ? Map.of() : answers;
        }
    }

    /** As it is kept for later: the token opens the invitation to whoever reads it. */
    public PlaceOrder withoutToken() {
        return new PlaceOrder(contact, delegates, parts(), code, locale, donation, null, currency, payBy).by(occasion);
    }

    /** The same cart in the name of another. */
    public PlaceOrder orderedBy(@Nullable Contact who, @Nullable String language) {
        return new PlaceOrder(who, delegates, parts(), code, language, donation, invitation, currency, payBy)
                .by(occasion);
    }

    PlaceOrder with(String part, JsonNode wishes) {
        var others = parts();
        others.put(part, wishes);
        return new PlaceOrder(contact, delegates, others, code, locale, donation, invitation, currency, payBy)
                .by(occasion);
    }

    /** The sellers' parts that are wished at all. */
    Map<String, JsonNode> parts() {
        var parts = new LinkedHashMap<String, JsonNode>();
        if (rooms != null && !rooms.isNull()) parts.put("rooms", rooms);
        if (tours != null && !tours.isNull()) parts.put("tours", tours);
        return parts;
    }
}
