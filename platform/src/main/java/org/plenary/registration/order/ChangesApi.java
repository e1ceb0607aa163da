package org.plenary.registration.order;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Changes of delegates by who holds the order's secret, and by staff. */
@RestController
@TenantHost
@Public
@RequestMapping("/api/v1/conferences/{conference}")
class ChangesApi {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final Acts acts;
    private final OrderLinks links;
    private final Callers callers;

    ChangesApi(ConferenceApi conferences, OrderQueries queries, Acts acts, OrderLinks links, Callers callers) {
        this.conferences = conferences;
        this.queries = queries;
        this.acts = acts;
        this.links = links;
        this.callers = callers;
    }

    /** What can be done about changes. */
    @org.springframework.stereotype.Component
    record Acts(Changing changing, ChangePaying paying, ChangeEnding ending, OrderDelegates delegates) {}

    /** @param fee key of another one; null to keep it */
    record NewAnswers(
            @Nullable Map<String, JsonNode> answers,
            @Nullable String fee) {}

    record NewPerson(
            @Nullable String name,
            @Nullable String email,
            @Nullable Map<String, JsonNode> answers) {}

    record AskLink(@Nullable String email, @Nullable String locale) {}

    /**
     * @param change {@code done}, {@code same} or {@code payment_due}
     * @param refund what goes back; null for nothing
     */
    record Changed(
            String change,
            @Nullable Money refund,
            @Nullable Money due,
            OrderView.@Nullable PaymentPage payment,
            OrderView order) {}

    /**
     * The buyer sends all answers: what is left out is answered no more. Staff know some of them only, and send those that change:
     * what they leave out stays, and null takes an answer away.
     */
    @PutMapping("/orders/{code}/delegates/{delegate}/answers")
    Changed answers(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable UUID delegate,
            @RequestParam(required = false) @Nullable String secret,
            @RequestBody NewAnswers body) {
        var answers = body.answers() == null ? Map.<String, JsonNode>of() : body.answers();
        return change(slug, code, secret, new Proposing.Wanted(delegate, answers, null, body.fee()), true);
    }

    @PostMapping("/orders/{code}/delegates/{delegate}/transfer")
    Changed transfer(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable UUID delegate,
            @RequestParam(required = false) @Nullable String secret,
            @RequestBody NewPerson body) {
        var answers = body.answers() == null ? Map.<String, JsonNode>of() : body.answers();
        var person =
                new Proposing.Person(body.name() == null ? "" : body.name(), body.email() == null ? "" : body.email());
        return change(slug, code, secret, new Proposing.Wanted(delegate, answers, person), false);
    }

    private Changed change(
            String slug, String code, @Nullable String secret, Proposing.Wanted asked, boolean isPartly) {
        var conference = conferences.bySlug(slug);
        var isStaff = callers.current().may(Permission.REGISTRATION_WRITE);
        var order = queries.open(conference.id(), code, secret, isStaff);
        var wanted = isStaff && isPartly ? withTheRest(order, asked) : asked;
        return switch (acts.changing().change(conference, order.id(), wanted, isStaff)) {
            case Changing.Outcome.Same same -> changed("same", order, null, null, null);
            case Changing.Outcome.Done done -> changed("done", order, done.back(), null, null);
            case Changing.Outcome.ToPay due ->
                changed(
                        "payment_due",
                        order,
                        null,
                        due.due(),
                        payAt(() -> acts.paying().start(conference, order, secret)));
        };
    }

    private Proposing.Wanted withTheRest(OrderRow order, Proposing.Wanted asked) {
        var delegate = acts.delegates().find(order.id(), asked.delegate()).orElse(null);
        if (delegate == null) return asked;
        var answers = new LinkedHashMap<String, JsonNode>();
        delegate.answers().forEach((key, answer) -> answers.put(key, answer.has("file") ? answer.get("file") : answer));
        answers.putAll(asked.answers());
        return new Proposing.Wanted(asked.delegate(), answers, asked.person(), asked.fee());
    }

    private Changed changed(
            String what, OrderRow order, @Nullable Money back, @Nullable Money due, @Nullable URI payAt) {
        return new Changed(
                what,
                back == null || back.isZero() ? null : back,
                due,
                payAt == null ? null : new OrderView.PaymentPage(payAt),
                queries.view(order.id()));
    }

    /** The change waits, whatever becomes of its payment: it can be started again. */
    private static @Nullable URI payAt(java.util.function.Supplier<URI> start) {
        try {
            return start.get();
        } catch (Problem.Unavailable e) {
            return null;
        }
    }

    /** A fresh payment page for the change that waits. */
    @PostMapping("/orders/{code}/change/payment")
    OrderView.PaymentPage pay(
            @PathVariable("conference") String slug, @PathVariable String code, @RequestParam String secret) {
        var conference = conferences.bySlug(slug);
        var order = queries.open(conference.id(), code, secret, false);
        return new OrderView.PaymentPage(acts.paying().start(conference, order, secret));
    }

    /** Drops the change that waits. */
    @DeleteMapping("/orders/{code}/change")
    ResponseEntity<Void> drop(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret) {
        var isStaff = callers.current().may(Permission.REGISTRATION_WRITE);
        acts.ending()
                .drop(queries.open(conferences.bySlug(slug).id(), code, secret, isStaff)
                        .id());
        return ResponseEntity.noContent().build();
    }

    /** The links of what was ordered under an address go there by mail; the answer is the same when there is nothing. */
    @PostMapping("/order-links")
    ResponseEntity<Void> links(
            @PathVariable("conference") String slug, @RequestBody AskLink asked, HttpServletRequest request) {
        var conference = conferences.visible(slug);
        var locale = asked.locale() == null ? conference.languages().getFirst() : Languages.nearest(asked.locale());
        links.ask(conference, asked.email(), request.getRemoteAddr(), locale);
        return ResponseEntity.accepted().build();
    }
}
