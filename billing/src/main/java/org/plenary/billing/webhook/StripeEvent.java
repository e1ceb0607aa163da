package org.plenary.billing.webhook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an event of either API version; all else is asked for again. Read by hand: the library shows no object of an API
 * version other than its own, and takes no events of version 2 where it takes those of version 1.
 *
 * @param account the organization's, or null for the platform's own
 * @param object the id of what it is about
 */
record StripeEvent(
        String id,
        String type,
        @Nullable String account,
        @Nullable String object,
        boolean livemode) {
    private static final String THIN = "v2.core.event";
    private static final int MAXIMUM_ID = 100;

    /** Null for what is no event. */
    static @Nullable StripeEvent read(String body) {
        try {
            var json = JsonParser.parseString(body);
            if (!json.isJsonObject()) return null;
            var event = json.getAsJsonObject();
            var id = text(event, "id");
            var type = text(event, "type");
            if (id == null || type == null || id.length() > MAXIMUM_ID || type.length() > MAXIMUM_ID) return null;
            var livemode = event.get("livemode");
            var isLive = livemode != null && livemode.isJsonPrimitive() && livemode.getAsBoolean();
            return THIN.equals(text(event, "object"))
                    ? thin(event, id, type, isLive)
                    : new StripeEvent(
                            id,
                            type,
                            text(event, "account"),
                            text(child(child(event, "data"), "object"), "id"),
                            isLive);
        } catch (JsonParseException | IllegalStateException e) {
            return null;
        }
    }

    /** Version 2 names what an event is about, and of which account it is unless it is about that account. */
    private static StripeEvent thin(JsonObject event, String id, String type, boolean isLive) {
        var related = child(event, "related_object");
        var object = text(related, "id");
        var context = text(event, "context");
        var account = context != null || !"v2.core.account".equals(text(related, "type")) ? context : object;
        return new StripeEvent(id, type, account, object, isLive);
    }

    private static JsonObject child(JsonObject json, String member) {
        return json.get(member) instanceof JsonObject child ? child : new JsonObject();
    }

    private static @Nullable String text(JsonObject json, String member) {
        JsonElement value = json.get(member);
        return value == null || !value.isJsonPrimitive() ? null : value.getAsString();
    }
}
