package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Page;
import org.plenary.payments.Payments;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The organizer's pages of orders. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/orders")
@Requires(Permission.REGISTRATION_READ)
class OrderDeskPages {
    private static final int ROWS = 50;

    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final OrderFiles files;
    private final Formats formats;
    private final Words words;

    OrderDeskPages(ConferenceApi conferences, OrderQueries queries, OrderFiles files, Formats formats, Words words) {
        this.conferences = conferences;
        this.queries = queries;
        this.files = files;
        this.formats = formats;
        this.words = words;
    }

    /** What the list says, and of money that belongs to no order. */
    @Component
    record Words(
            MessageSource messages, UnmatchedPayments unmatched, AccessLog log, OrderNotes notes, Payments payments) {}

    @GetMapping
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String groups,
            @RequestParam(defaultValue = "") String paying,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        var found = conferences.bySlug(conference);
        Page<OrderQueries.Listed> page = queries.page(
                found.id(), OrderQueries.wanted(status, q, groups, paying), ROWS, OrderQueries.cursor(after));
        this.words
                .log()
                .record(Seen.list(
                        found.id(),
                        Way.PAGE,
                        "orders",
                        page.items().size(),
                        Map.of("q", q, "status", status, "groups", groups, "paying", paying)));
        var base = "/manage/conferences/" + conference + "/orders";
        var view = new ModelAndView("registration/orders");
        view.addObject("slug", conference);
        view.addObject("q", q);
        view.addObject("narrowed", !(q + status + groups + paying).isBlank());
        view.addObject("unmatched", words.unmatched().of(found.id()));
        view.addObject("zone", found.timeZone());
        view.addObject("orders", page.items());
        view.addObject("keep", Map.of("status", status, "groups", groups, "paying", paying));
        var asked = new Asked(q, status, groups, paying);
        var chips = new ArrayList<Chip>();
        for (var each : OrderStatus.values()) {
            var on = each.wire().equals(status);
            chips.add(new Chip(asked.withStatus(on ? "" : each.wire()).address(base, null), formats.status(each), on));
        }
        for (var each : OrderQueries.GROUPS) {
            var on = each.equals(groups);
            var label = words.messages().getMessage("registration.group.orders-" + each, null, locale);
            chips.add(new Chip(asked.withGroups(on ? "" : each).address(base, null), label, on));
        }
        for (var each : OrderQueries.PAYING) {
            var on = each.equals(paying);
            var label = words.messages().getMessage("registration.due.orders-" + each, null, locale);
            chips.add(new Chip(asked.withPaying(on ? "" : each).address(base, null), label, on));
        }
        view.addObject("chips", chips);
        view.addObject("first", after == null ? null : asked.address(base, null));
        view.addObject("next", page.next() == null ? null : asked.address(base, page.next()));
        return view;
    }

    @GetMapping("/{code}")
    ModelAndView show(@PathVariable String conference, @PathVariable String code, Locale locale) {
        return page(conferences.bySlug(conference), code, "registration/order-desk", locale);
    }

    @GetMapping("/{code}/documents/{document}")
    ResponseEntity<byte[]> document(
            @PathVariable String conference, @PathVariable String code, @PathVariable UUID document) {
        return files.document(queries.open(conferences.bySlug(conference).id(), code, null, true), document);
    }

    @GetMapping("/{code}/documents/{document}/xml")
    ResponseEntity<byte[]> electronicDocument(
            @PathVariable String conference, @PathVariable String code, @PathVariable UUID document) {
        return files.electronicDocument(
                queries.open(conferences.bySlug(conference).id(), code, null, true), document);
    }

    private ModelAndView page(ConferenceView conference, String code, String template, Locale locale) {
        var order = queries.open(conference.id(), code, null, true);
        var view = queries.view(order);
        this.words
                .log()
                .record(Seen.one(
                        conference.id(),
                        Way.PAGE,
                        "order",
                        order.id(),
                        Math.max(1, view.delegates().size())));
        return new ModelAndView(template)
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("organization", order.organization())
                .addObject("notes", words.notes().of(conference, order, locale))
                .addObject("origin", queries.origin(order.id()))
                .addObject("disputes", words.payments().disputes(order.id()))
                .addObject("order", view);
    }

    /** What the list is narrowed to; empty for nothing. */
    private record Asked(String q, String status, String groups, String paying) {
        Asked withStatus(String other) {
            return new Asked(q, other, groups, paying);
        }

        Asked withGroups(String other) {
            return new Asked(q, status, other, paying);
        }

        Asked withPaying(String other) {
            return new Asked(q, status, groups, other);
        }

        String address(String base, @Nullable String after) {
            var address = UriComponentsBuilder.fromPath(base);
            if (!q.isEmpty()) address.queryParam("q", "{q}");
            if (!status.isEmpty()) address.queryParam("status", status);
            if (!groups.isEmpty()) address.queryParam("groups", groups);
            if (!paying.isEmpty()) address.queryParam("paying", paying);
            if (after != null) address.queryParam("after", after);
            return address.encode().buildAndExpand(Map.of("q", q)).toUriString();
        }
    }
}
