package org.plenary.registration.order;

import java.net.URI;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/orders")
class OrdersApi {
    private static final Logger LOG = LoggerFactory.getLogger(OrdersApi.class);

    private final ConferenceApi conferences;
    private final Ordering ordering;
    private final PayingWays paying;
    private final OrderQueries queries;
    private final Staff staff;

    OrdersApi(ConferenceApi conferences, Ordering ordering, PayingWays paying, OrderQueries queries, Staff staff) {
        this.conferences = conferences;
        this.ordering = ordering;
        this.paying = paying;
        this.queries = queries;
        this.staff = staff;
    }

    /** Whether it is staff who ask, and what they saw. */
    @Component
    record Staff(Callers callers, AccessLog log) {}

    @PostMapping
    @Public
    ResponseEntity<OrderView> place(@PathVariable("conference") String slug, @RequestBody PlaceOrder cart) {
        var conference = conferences.visible(slug);
        var placed = ordering.place(conference, cart);
        var payAt = placed.payable() ? payAt(conference, placed, cart.payBy()) : null;
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + slug + "/orders/" + placed.code()))
                .cacheControl(CacheControl.noStore())
                .body(queries.view(placed.order()).opened(placed.secret(), payAt));
    }

    /** The order stands, whatever becomes of its payment: it can be started again. */
    private @Nullable URI payAt(ConferenceView conference, Ordering.Placed placed, @Nullable String payBy) {
        try {
            return paying.start(conference, placed, payBy).orElse(null);
        } catch (Problem.Unavailable e) {
            LOG.warn("no payment could be started for order {}: {}", placed.order(), e.detail());
            return null;
        }
    }

    @GetMapping
    @Requires(Permission.REGISTRATION_READ)
    Page<OrderQueries.Listed> list(
            @PathVariable("conference") String slug,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String groups,
            @RequestParam(required = false) @Nullable String paying,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var id = conferences.bySlug(slug).id();
        Page<OrderQueries.Listed> page = queries.page(
                id, OrderQueries.wanted(status, q, groups, paying), Page.limit(limit), OrderQueries.cursor(after));
        var asked = new HashMap<String, Object>();
        asked.put("status", status);
        asked.put("q", q);
        asked.put("groups", groups);
        asked.put("paying", paying);
        staff.log().record(Seen.list(id, Way.API, "orders", page.items().size(), asked));
        return page;
    }

    @GetMapping("/{code}")
    @Public
    ResponseEntity<OrderView> show(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret) {
        var isStaff = staff.callers().current().may(Permission.REGISTRATION_READ);
        var order = queries.open(conferences.bySlug(slug).id(), code, secret, isStaff);
        var view = queries.view(order.id());
        if (isStaff && !order.opensWith(secret))
            staff.log()
                    .record(Seen.one(
                            order.conference(),
                            Way.API,
                            "order",
                            order.id(),
                            Math.max(1, view.delegates().size())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }

    /** A fresh payment page. @param all of what is open of an order that is paid in parts, and not only its next part */
    @PostMapping("/{code}/payment")
    @Public
    OrderView.PaymentPage pay(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(defaultValue = "false") boolean all) {
        var conference = conferences.bySlug(slug);
        var isStaff = staff.callers().current().may(Permission.REGISTRATION_WRITE);
        var order = queries.open(conference.id(), code, secret, isStaff);
        var known = order.opensWith(secret) ? secret : null;
        return new OrderView.PaymentPage(paying.byCard(conference, order.id(), known, all));
    }
}
