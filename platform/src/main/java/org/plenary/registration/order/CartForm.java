package org.plenary.registration.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.CartPart;
import org.plenary.registration.form.AnswerRules;
import org.plenary.registration.form.Form;
import org.plenary.registration.form.FormDefinition.Field;
import org.plenary.registration.form.Posted;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The registration page's form as the browser sends it, and the cart it stands for. Inputs are named as the cart's pointers:
 * {@code delegates.0.answers.diet}.
 */
final class CartForm {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}([.,]\\d{1,20})?");
    private static final String ADD = "delegates.add";
    private static final String REMOVE = "delegates.remove.";

    private final Posted posted;
    private final Form form;
    private final int delegates;

    private CartForm(Posted posted, Form form, int delegates) {
        this.posted = posted;
        this.form = form;
        this.delegates = delegates;
    }

    static CartForm blank(Form form) {
        return new CartForm(Posted.empty(), form, 1);
    }

    /** Reads what was posted, and does what its update button asks for: one delegate more or fewer. */
    static CartForm of(MultiValueMap<String, String> values, Form form) {
        var posted = new Posted(values);
        var count = 0;
        while (count < Quoting.MAXIMUM_DELEGATES && values.containsKey("delegates." + count + ".at")) count++;
        var update = posted.get("update");
        if (update.equals(ADD) && count < Quoting.MAXIMUM_DELEGATES) return new CartForm(posted, form, count + 1);
        if (update.startsWith(REMOVE) && count > 1)
            return new CartForm(without(values, update.substring(REMOVE.length()), count), form, count - 1);
        return new CartForm(posted, form, Math.max(1, count));
    }

    /** The delegates after the one that goes move up. */
    private static Posted without(MultiValueMap<String, String> values, String removed, int count) {
        var kept = new LinkedMultiValueMap<String, String>();
        var gone = removed.matches("\\d{1,2}") ? Integer.parseInt(removed) : count;
        values.forEach((name, value) -> {
            var index = indexOf(name);
            if (index == null || index < gone) kept.put(name, value);
            else if (index > gone) kept.put(name.replaceFirst("\\d+", String.valueOf(index - 1)), value);
        });
        return new Posted(kept);
    }

    private static @Nullable Integer indexOf(String name) {
        if (!name.matches("delegates\\.\\d{1,2}\\..*")) return null;
        return Integer.valueOf(name.split("\\.", 3)[1]);
    }

    int delegates() {
        return delegates;
    }

    Posted posted() {
        return posted;
    }

    boolean isUpdate() {
        return posted.has("update");
    }

    static String answerName(int delegate, Field field) {
        return "delegates." + delegate + ".answers." + field.key();
    }

    PlaceOrder cart(ConferenceView conference, List<CartPart> parts, String locale) {
        var wishes = new ArrayList<PlaceOrder.DelegateWish>();
        for (var i = 0; i < delegates; i++) {
            var answers = AnswerRules.withoutInvisible(form.definition(), answers(i));
            wishes.add(new PlaceOrder.DelegateWish(posted.text("delegates." + i + ".fee"), answers, form.version()));
        }
        var sold = new LinkedHashMap<String, JsonNode>();
        for (var part : parts) sold.put(part.part(), part.wishes(conference, posted.values()));
        var contact = new Contact(
                posted.get("contact.name").strip(), posted.get("contact.email").strip(), posted.get("contact.country"));
        return new PlaceOrder(
                contact,
                wishes,
                sold.get("rooms"),
                sold.get("tours"),
                posted.text("code"),
                locale,
                posted.text("invitation"));
    }

    Map<String, JsonNode> answers(int delegate) {
        var answers = new LinkedHashMap<String, JsonNode>();
        form.definition().fields().forEach(field -> {
            var answer = answer(field, answerName(delegate, field));
            if (answer != null) answers.put(field.key(), answer);
        });
        return answers;
    }

    private @Nullable JsonNode answer(Field field, String name) {
        var text = posted.text(name);
        return switch (field.type()) {
            case TEXT, LONG_TEXT, DATE, CHOICE, COUNTRY, EMAIL, FILE -> text == null ? null : JSON.stringNode(text);
            case NUMBER -> text == null ? null : number(text);
            case MULTIPLE_CHOICE -> {
                var picked = JSON.arrayNode();
                posted.all(name).stream().filter(value -> !value.isBlank()).forEach(picked::add);
                yield picked.isEmpty() ? null : picked;
            }
            case CONSENT -> posted.isOn(name) ? JSON.booleanNode(true) : null;
        };
    }

    /** What is no number stays a text, for the rules to refuse. */
    private static JsonNode number(String text) {
        if (!NUMBER.matcher(text).matches()) return JSON.stringNode(text);
        return JSON.numberNode(new BigDecimal(text.replace(',', '.')));
    }
}
