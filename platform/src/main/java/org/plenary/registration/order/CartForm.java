package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Form;
import org.plenary.forms.PostedAnswers;
import org.plenary.forms.PostedPersons;
import org.plenary.forms.Visibility;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.CartPart;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/**
 * The registration page's form as the browser sends it, and the cart it stands for. Inputs are named as the cart's pointers:
 * {@code delegates.0.answers.diet}.
 */
final class CartForm {
    private static final String ADD = "delegates.add";
    private static final String REMOVE = "delegates.remove.";

    private final Posted posted;
    private final Form form;
    private final Map<String, Set<String>> groups;
    private final int delegates;
    private final boolean byStaff;

    private CartForm(Posted posted, Form form, Map<String, Set<String>> groups, int delegates) {
        this(posted, form, groups, delegates, false);
    }

    private CartForm(Posted posted, Form form, Map<String, Set<String>> groups, int delegates, boolean byStaff) {
        this.posted = posted;
        this.form = form;
        this.groups = groups;
        this.delegates = delegates;
        this.byStaff = byStaff;
    }

    /** The same form filled in by staff, who answer what is asked of them only, too. */
    CartForm byStaff() {
        return new CartForm(posted, form, groups, delegates, true);
    }

    boolean isByStaff() {
        return byStaff;
    }

    static CartForm blank(Form form, Map<String, Set<String>> groups) {
        return new CartForm(withDefaults(Posted.empty(), form, 0), form, groups, 1);
    }

    /** A delegate who is new on the page is asked with the form's defaults filled in. */
    private static Posted withDefaults(Posted posted, Form form, int delegate) {
        PostedAnswers.fillDefaults(form.definition(), posted, answersOf(delegate));
        return posted;
    }

    /**
     * Reads what was posted, and does what its update button asks for: one delegate or accompanying person more or fewer.
     *
     * @param groups the key and the category names of each fee
     */
    static CartForm of(MultiValueMap<String, String> values, Form form, Map<String, Set<String>> groups) {
        var posted = new Posted(PostedPersons.updated(values, new Posted(values).get("update")));
        var count = 0;
        while (count < Quoting.MAXIMUM_DELEGATES && values.containsKey("delegates." + count + ".at")) count++;
        var update = posted.get("update");
        if (update.equals(ADD) && count < Quoting.MAXIMUM_DELEGATES)
            return new CartForm(withDefaults(posted, form, count), form, groups, count + 1);
        if (update.startsWith(REMOVE) && count > 1)
            return new CartForm(
                    without(posted.values(), update.substring(REMOVE.length()), count), form, groups, count - 1);
        return new CartForm(posted, form, groups, Math.max(1, count));
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

    static String answersOf(int delegate) {
        return "delegates." + delegate + ".answers.";
    }

    PlaceOrder cart(ConferenceView conference, List<CartPart> parts, String locale) {
        var wishes = new ArrayList<PlaceOrder.DelegateWish>();
        for (var i = 0; i < delegates; i++) {
            wishes.add(new PlaceOrder.DelegateWish(fee(i), asked(i), form.version()));
        }
        var sold = new LinkedHashMap<String, JsonNode>();
        for (var part : parts) sold.put(part.part(), part.wishes(conference, posted.values()));
        var contact = BillingForm.contact(posted);
        return new PlaceOrder(
                        contact,
                        wishes,
                        sold,
                        posted.text("code"),
                        locale,
                        posted.money("donation", conference.currency()),
                        posted.text("invitation"),
                        posted.text("currency"),
                        posted.text("pay_by"))
                .by(posted.text("occasion"));
    }

    Map<String, JsonNode> answers(int delegate) {
        return PostedAnswers.read(form.definition(), posted, answersOf(delegate));
    }

    /** Without what the form does not ask with these answers: the page has it hidden, and sends it all the same. */
    private Map<String, JsonNode> asked(int delegate) {
        return asked(delegate, byStaff);
    }

    /** @param isStaff who are asked what is for staff only, too */
    Map<String, JsonNode> asked(int delegate, boolean isStaff) {
        return Visibility.of(form.definition(), answers(delegate), groupsOf(delegate), isStaff)
                .kept();
    }

    @Nullable
    String fee(int delegate) {
        return posted.text("delegates." + delegate + ".fee");
    }

    /** The key and the category names of the delegate's fee; those under the empty key when none is chosen yet. */
    Set<String> groupsOf(int delegate) {
        var fee = fee(delegate);
        return groups.getOrDefault(fee == null ? "" : fee, Set.of());
    }

    Map<String, Set<String>> groups() {
        return groups;
    }
}
