package org.plenary.kernel.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** A list of what is in one of some states: the state that is asked for, the chips that narrow it, and the addresses of its pages. */
public final class StateList<S extends Enum<S>> {
    private final String path;
    private final String texts;
    private final Map<String, S> states = new LinkedHashMap<>();
    private final Function<S, String> wire;

    /**
     * @param texts the beginning of its messages: {@code .all}, and {@code .state.} before what a state is called
     * @param wire what a state is called in addresses
     */
    public StateList(String path, String texts, Class<S> states, Function<S, String> wire) {
        this.path = path;
        this.texts = texts;
        this.wire = wire;
        for (var state : states.getEnumConstants()) this.states.put(wire.apply(state), state);
    }

    /** Null for all. @throws Problem.InvalidInput {@code choice} at {@code /state} */
    public @Nullable S asked(@Nullable String state) {
        if (state == null || state.isBlank()) return null;
        var found = states.get(state);
        if (found == null)
            throw new Problem.InvalidInput("/state", "choice", "One of: " + String.join(", ", states.keySet()) + ".");
        return found;
    }

    /** Adds {@code chips}, and {@code first} and {@code next} as addresses or null. @param after the cursor of this page */
    public void show(Model model, @Nullable S asked, Page<?> page, @Nullable String after, List<Chip> chips) {
        model.addAttribute("chips", chips);
        model.addAttribute("first", after == null ? null : address(asked, null));
        model.addAttribute("next", page.next() == null ? null : address(asked, page.next()));
    }

    /** All, and each state in which there is something; one that is on leads back to all. */
    public List<Chip> chips(@Nullable S asked, Map<S, Long> counts, MessageSource messages, Locale locale) {
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var chips = new ArrayList<Chip>();
        chips.add(new Chip(path, text(messages, ".all", locale), asked == null, all));
        states.forEach((name, state) -> {
            var on = state == asked;
            var count = counts.getOrDefault(state, 0L);
            if (count > 0 || on)
                chips.add(new Chip(
                        address(on ? null : state, null), text(messages, ".state." + name, locale), on, count));
        });
        return chips;
    }

    private String text(MessageSource messages, String key, Locale locale) {
        return messages.getMessage(texts + key, null, locale);
    }

    private String address(@Nullable S state, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path);
        if (state != null) address.queryParam("state", wire.apply(state));
        if (after == null) return address.toUriString();
        return address.queryParam("after", "{after}")
                .encode()
                .buildAndExpand(after)
                .toUriString();
    }
}
