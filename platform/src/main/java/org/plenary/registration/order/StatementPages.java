package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.ConferenceNav;
import org.plenary.payments.AccountStatements;
import org.plenary.payments.AccountStatements.Days;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The statement of an order and of all that was added to it: of a group, above all, for who coordinates it and for staff. */
@Controller("orderStatementPages")
@TenantHost
class StatementPages {
    private static final String OWN = "/c/{conference}/orders/{code}/statement";
    private static final String DESK = "/manage/conferences/{conference}/orders/{code}/statement";

    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final Additions additions;
    private final AccountStatements statements;

    StatementPages(ConferenceApi conferences, OrderQueries queries, Additions additions, AccountStatements statements) {
        this.conferences = conferences;
        this.queries = queries;
        this.additions = additions;
        this.statements = statements;
    }

    @GetMapping(OWN)
    @Public
    ModelAndView own(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam String secret,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Locale locale) {
        return page(conference, code, secret, Days.of(from, to), locale);
    }

    @GetMapping(OWN + ".pdf")
    @Public
    ResponseEntity<byte[]> ownFile(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam String secret,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Locale locale) {
        return file(open(conference, code, secret), Days.of(from, to), locale);
    }

    @GetMapping(DESK)
    @Requires(Permission.BILLING_READ)
    ModelAndView desk(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Locale locale) {
        return page(conference, code, null, Days.of(from, to), locale);
    }

    @GetMapping(DESK + ".pdf")
    @Requires(Permission.BILLING_READ)
    ResponseEntity<byte[]> deskFile(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Locale locale) {
        return file(open(conference, code, null), Days.of(from, to), locale);
    }

    private OrderRow open(String slug, String code, @Nullable String secret) {
        return queries.open(conferences.bySlug(slug).id(), code, secret, secret == null);
    }

    private ModelAndView page(String slug, String code, @Nullable String secret, Days days, Locale locale) {
        var conference = conferences.bySlug(slug);
        var order = open(slug, code, secret);
        var name = conference.name().in(locale);
        return new ModelAndView("registration/statement")
                .addObject("conferenceNav", new ConferenceNav(slug, name))
                .addObject("slug", slug)
                .addObject("name", name)
                .addObject("code", code)
                .addObject("secret", secret)
                .addObject("about", about(order))
                .addObject("accounts", statements.of(references(order), days))
                .addObject("from", days.from() == null ? "" : days.from().toString())
                .addObject("to", days.to() == null ? "" : days.to().toString())
                .addObject("zone", conference.timeZone());
    }

    private ResponseEntity<byte[]> file(OrderRow order, Days days, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement-" + order.code() + ".pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(statements.pdf(about(order), references(order), days, locale));
    }

    private static String about(OrderRow order) {
        var contact = order.contact();
        if (order.organization() != null) return order.organization();
        return contact.organization() != null ? contact.organization() : contact.name();
    }

    private List<String> references(OrderRow order) {
        return Stream.concat(
                        Stream.of(order.code()),
                        additions.of(order.id()).stream().map(Additions.Added::code))
                .distinct()
                .toList();
    }
}
