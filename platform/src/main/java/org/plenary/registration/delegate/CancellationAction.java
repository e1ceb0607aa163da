package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.order.LineCancellations;
import org.plenary.registration.order.LineCancellations.FeeLine;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Cancels delegates; what goes back follows the policy. With the last delegate of an order all of the order goes. */
@Component
class CancellationAction implements BulkAction {
    /** What would go back is worked out for each before it is done. */
    private static final int MOST_ORDERS = 200;

    private final LineCancellations cancellations;
    private final DelegateJobs jobs;
    private final Json json;
    private final Formats formats;
    private final MessageSource messages;

    CancellationAction(
            LineCancellations cancellations, DelegateJobs jobs, Json json, Formats formats, MessageSource messages) {
        this.cancellations = cancellations;
        this.jobs = jobs;
        this.json = json;
        this.formats = formats;
        this.messages = messages;
    }

    /** @param lines null for the whole order */
    private record Part(UUID order, String code, @Nullable List<UUID> lines) {}

    private record Request(List<Part> parts) {}

    @Override
    public String kind() {
        return "cancellation";
    }

    @Override
    public boolean asksSomething() {
        return false;
    }

    @Override
    public Plan plan(ConferenceView conference, List<Person> people, Posted form, Locale locale) {
        var left = new ArrayList<Left>();
        var byOrder = new LinkedHashMap<UUID, List<Person>>();
        for (var person : people) {
            if (person.isLive())
                byOrder.computeIfAbsent(person.order(), _ -> new ArrayList<>()).add(person);
            else left.add(new Left(person, "not-live"));
        }
        if (byOrder.size() > MOST_ORDERS)
            throw new Problem.InvalidInput("/all", "too_many_orders", "At most 200 orders are cancelled at once.");
        var fees = cancellations.fees(List.copyOf(byOrder.keySet())).stream()
                .collect(Collectors.groupingBy(FeeLine::order));
        var concerned = new ArrayList<Person>();
        var parts = new ArrayList<Part>();
        byOrder.forEach((order, chosen) -> {
            var part = part(chosen, fees.getOrDefault(order, List.of()));
            if (part == null) chosen.forEach(person -> left.add(new Left(person, "unpaid-with-others")));
            else {
                concerned.addAll(chosen);
                parts.add(part);
            }
        });
        return new Plan(concerned, left, facts(conference, parts, locale), List.of(), new Request(parts));
    }

    /** Null when it cannot be: an order that is not paid is cancelled as a whole. */
    private static @Nullable Part part(List<Person> chosen, List<FeeLine> fees) {
        var ids = chosen.stream().map(Person::id).collect(Collectors.toSet());
        var first = chosen.getFirst();
        var lines = fees.stream()
                .filter(line -> ids.contains(line.delegate()))
                .map(FeeLine::id)
                .toList();
        if (lines.size() == fees.size()) return new Part(first.order(), first.code(), null);
        return first.isConfirmed() ? new Part(first.order(), first.code(), lines) : null;
    }

    private List<String> facts(ConferenceView conference, List<Part> parts, Locale locale) {
        var refunds = new TreeMap<CurrencyUnit, Money>();
        refunds.put(conference.currency(), Money.zero(conference.currency()));
        for (var part : parts) {
            var refund = cancellations.refund(part.order(), part.lines());
            refunds.merge(refund.getCurrencyUnit(), refund, Money::plus);
        }
        var refund = refunds.values().stream().map(formats::money).collect(Collectors.joining(" · "));
        var whole = parts.stream().filter(part -> part.lines() == null).count();
        var untold = cancellations.untold(parts.stream().map(Part::order).toList());
        return List.of(
                text("registration.bulk.cancellation-refund", locale, refund),
                text("registration.bulk.cancellation-orders", locale, parts.size(), whole),
                text("registration.bulk.cancellation-mails", locale, parts.size() - untold, untold),
                text("registration.bulk.cancellation-for-good", locale));
    }

    @Override
    public void run(DelegateJob job) {
        var parts = json.read(job.request().toString(), Request.class).parts();
        for (var done = job.done(); done < parts.size(); done++) {
            var part = parts.get(done);
            jobs.passed(job, done + 1, cancel(part));
        }
    }

    /** One that was cancelled just before a crash is told as such: nothing is cancelled or given back twice. */
    private List<DelegateJob.Failed> cancel(Part part) {
        try {
            cancellations.cancel(part.order(), part.lines());
            return List.of();
        } catch (Problem.Conflict | Problem.InvalidInput | Problem.NotFound e) {
            return List.of(new DelegateJob.Failed(part.code(), e.code(), e.detail()));
        }
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
