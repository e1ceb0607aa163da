package org.plenary.admin.operator;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.LateEvents;
import org.plenary.tenancy.LateEvents.State;
import org.plenary.tenancy.PlatformHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Events that did not arrive: what they are, why, and what is to become of them. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping(LateEventPages.LIST)
class LateEventPages {
    static final String LIST = "/operator/events";

    private final LateEvents events;
    private final Redelivering redelivering;
    private final OperatorView view;
    private final Formats formats;

    LateEventPages(LateEvents events, Redelivering redelivering, OperatorView view, Formats formats) {
        this.events = events;
        this.redelivering = redelivering;
        this.view = view;
        this.formats = formats;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var asked = state(state);
        var page = events.page(asked, Page.DEFAULT_LIMIT, after);
        var counts = events.counts();
        model.addAttribute("events", page.items());
        model.addAttribute("parked", counts.getOrDefault(State.PARKED, 0L));
        model.addAttribute("chips", chips(asked, counts));
        model.addAttribute("first", after == null ? null : address(asked, null));
        model.addAttribute("next", page.next() == null ? null : address(asked, page.next()));
        return "admin/events";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model) {
        var event = events.one(id);
        model.addAttribute("event", event);
        model.addAttribute("published", moment(event.publishedAt()));
        model.addAttribute("nextTry", event.nextTry() == null ? null : moment(event.nextTry()));
        return "admin/event";
    }

    @PostMapping("/redelivery")
    String retryParked(RedirectAttributes redirect) {
        var count = redelivering.retryParked();
        redirect.addFlashAttribute("flash", Flash.success(view.text("admin.events.all-retried", count)));
        return "redirect:" + LIST;
    }

    @PostMapping("/{id}/redelivery")
    String retry(@PathVariable UUID id, RedirectAttributes redirect) {
        redelivering.retry(id);
        redirect.addFlashAttribute("flash", Flash.success(view.text("admin.events.retried")));
        return "redirect:" + LIST;
    }

    @GetMapping("/{id}/discarding/confirm")
    String ask(@PathVariable UUID id, Model model) {
        model.addAttribute("event", events.one(id));
        return "admin/event-discarding";
    }

    @PostMapping("/{id}/discarding")
    String discard(@PathVariable UUID id, RedirectAttributes redirect) {
        redelivering.discard(id);
        redirect.addFlashAttribute("flash", Flash.success(view.text("admin.events.discarded")));
        return "redirect:" + LIST;
    }

    private List<Chip> chips(@Nullable State asked, Map<State, Long> counts) {
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var chips = new ArrayList<Chip>();
        chips.add(new Chip(address(null, null), view.text("admin.events.all"), asked == null, all));
        for (var state : State.values()) {
            var on = state == asked;
            var count = counts.getOrDefault(state, 0L);
            if (count > 0 || on)
                chips.add(new Chip(address(on ? null : state, null), formats.status(state), on, count));
        }
        return chips;
    }

    /** The operator looks after organizations of all zones: times are the platform's. */
    private String moment(Instant at) {
        return formats.dateTime(at, ZoneId.of("UTC"));
    }

    private static @Nullable State state(@Nullable String asked) {
        if (asked == null || asked.isBlank()) return null;
        for (var state : State.values()) if (name(state).equals(asked)) return state;
        throw new Problem.InvalidInput("/state", "choice", "One of: parked, waiting, running.");
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String address(@Nullable State state, @Nullable String after) {
        var address = new StringBuilder(LIST);
        if (state != null) address.append("?state=").append(name(state));
        if (after != null)
            address.append(state == null ? '?' : '&').append("after=").append(after);
        return address.toString();
    }
}
