package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.order.ConfirmationMails;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sends the confirmations of orders once more, with tickets and documents as they are now. */
@Component
class ConfirmationAction implements BulkAction {
    private final ConfirmationMails confirmations;
    private final DelegateJobs jobs;
    private final Json json;
    private final MessageSource messages;

    ConfirmationAction(ConfirmationMails confirmations, DelegateJobs jobs, Json json, MessageSource messages) {
        this.confirmations = confirmations;
        this.jobs = jobs;
        this.json = json;
        this.messages = messages;
    }

    private record Request(List<UUID> orders) {}

    @Override
    public String kind() {
        return "confirmation";
    }

    @Override
    public boolean asksSomething() {
        return false;
    }

    @Override
    public Plan plan(ConferenceView conference, List<Person> people, Posted form, Locale locale) {
        var concerned = new ArrayList<Person>();
        var left = new ArrayList<Left>();
        var orders = new LinkedHashMap<UUID, Person>();
        for (var person : people) {
            if (!person.isConfirmed()) left.add(new Left(person, "not-confirmed"));
            else if (orders.putIfAbsent(person.order(), person) == null) concerned.add(person);
            else left.add(new Left(person, "same-order"));
        }
        var facts = List.of(
                messages.getMessage("registration.bulk.confirmation-facts", new Object[] {orders.size()}, locale));
        return new Plan(concerned, left, facts, List.of(), new Request(List.copyOf(orders.keySet())));
    }

    @Override
    public void run(DelegateJob job) {
        var orders = json.read(job.request().toString(), Request.class).orders();
        for (var done = job.done(); done < orders.size(); done++) {
            var order = orders.get(done);
            var failed = confirmations.send(order, "order-confirmed-again:" + job.id() + ":" + order)
                    ? List.<DelegateJob.Failed>of()
                    : List.of(new DelegateJob.Failed(
                            confirmations.code(order), "not_confirmed", "This order is not confirmed any more."));
            jobs.passed(job, done + 1, failed);
        }
    }
}
