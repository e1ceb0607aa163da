package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.delegate.CancellationWords.Planned;
import org.plenary.registration.order.LineCancellations;
import org.plenary.registration.order.LineCancellations.FeeLine;
import org.springframework.stereotype.Component;

/**
 * Cancels delegates; what goes back follows the policy. With the last delegate of an order all of the order goes, unless its rooms and
 * tours are to stay.
 */
@Component
class CancellationAction implements BulkAction {
    /** What would go back is worked out for each before it is done. */
    private static final int MOST_ORDERS = 200;

    private final LineCancellations cancellations;
    private final ChosenDelegates delegates;
    private final DelegateJobs jobs;
    private final Json json;
    private final CancellationWords words;

    CancellationAction(
            LineCancellations cancellations,
            ChosenDelegates delegates,
            DelegateJobs jobs,
            Json json,
            CancellationWords words) {
        this.cancellations = cancellations;
        this.delegates = delegates;
        this.jobs = jobs;
        this.json = json;
        this.words = words;
    }

    /**
     * @param lines null for the whole order
     * @param delegates who go; of earlier versions null
     */
    private record Part(
            UUID order,
            String code,
            @Nullable List<UUID> lines,
            @Nullable List<UUID> delegates) {}

    /** @param keeps whether rooms and tours stay; null for no */
    private record Request(List<Part> parts, @Nullable Boolean keeps) {}

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
        var orders = List.copyOf(byOrder.keySet());
        var fees = cancellations.fees(orders).stream().collect(Collectors.groupingBy(FeeLine::order));
        var booked = new HashMap<UUID, LineCancellations.Booked>();
        cancellations.booked(orders).forEach(each -> booked.put(each.order(), each));
        var concerned = new ArrayList<Person>();
        var planned = new ArrayList<Planned>();
        byOrder.forEach((order, chosen) -> {
            var ids = BulkAction.ids(chosen);
            var all = fees.getOrDefault(order, List.of());
            var lines = all.stream()
                    .filter(line -> ids.contains(line.delegate()))
                    .map(FeeLine::id)
                    .toList();
            var isWhole = lines.size() == all.size();
            // An order that is not paid is cancelled as a whole.
            if (!isWhole && !chosen.getFirst().isConfirmed())
                chosen.forEach(person -> left.add(new Left(person, "unpaid-with-others")));
            else {
                concerned.addAll(chosen);
                planned.add(new Planned(chosen, lines, isWhole, booked.get(order)));
            }
        });
        return plan(conference, concerned, left, planned, form, locale);
    }

    private Plan plan(
            ConferenceView conference,
            List<Person> concerned,
            List<Left> left,
            List<Planned> planned,
            Posted form,
            Locale locale) {
        var mayKeep = cancellations.mayKeepBooked(conference.id());
        var question = mayKeep && planned.stream().anyMatch(Planned::mayKeep)
                ? words.question(conference, planned, locale)
                : null;
        var keeps = question != null && CancellationWords.isKeeping(form);
        var parts = planned.stream()
                .map(each -> new Part(each.order(), each.code(), each.lines(keeps), BulkAction.ids(each.people())))
                .toList();
        var facts = words.facts(conference, planned, question != null, locale);
        return new Plan(concerned, left, facts, List.of(), question, new Request(parts, keeps));
    }

    @Override
    public void run(DelegateJob job) {
        var request = json.read(job.request().toString(), Request.class);
        var parts = request.parts();
        for (var done = job.done(); done < parts.size(); done++) {
            var part = parts.get(done);
            jobs.passed(job, done + 1, cancel(job, part, Boolean.TRUE.equals(request.keeps())));
        }
    }

    /** One that was cancelled just before a crash is told as such: nothing is cancelled or given back twice. */
    private List<DelegateJob.Failed> cancel(DelegateJob job, Part part, boolean keeps) {
        try {
            cancellations.cancel(part.order(), part.lines(), keeps);
            return List.of();
        } catch (Problem.Conflict | Problem.InvalidInput | Problem.NotFound e) {
            return names(job, part).stream()
                    .map(name -> new DelegateJob.Failed(name, e.code(), e.detail()))
                    .toList();
        }
    }

    private List<String> names(DelegateJob job, Part part) {
        if (part.delegates() == null) return List.of(part.code());
        return delegates.byIds(job.conference(), part.delegates()).stream()
                .map(Person::label)
                .toList();
    }
}
