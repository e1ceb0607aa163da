package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.communication.Mails;
import org.plenary.communication.MessageText;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.order.OrderAccess;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.stereotype.Component;

/** Writes a mail to each of many delegates, in the language of their order. */
@Component
class MessageAction implements BulkAction {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int AT_ONCE = 100;
    private static final int SAMPLES = 2;

    /** The placeholder of the link by which somebody confirms to come. */
    private static final String ATTENDANCE = "attendance";

    private final Mails mails;
    private final Recipients recipients;
    private final ConferenceApi conferences;
    private final Fees fees;
    private final Json json;

    MessageAction(Mails mails, Recipients recipients, ConferenceApi conferences, Fees fees, Json json) {
        this.mails = mails;
        this.recipients = recipients;
        this.conferences = conferences;
        this.fees = fees;
        this.json = json;
    }

    private record Request(List<UUID> people, LocalizedText subject, LocalizedText text) {}

    @Override
    public String kind() {
        return "message";
    }

    @Override
    public boolean asksSomething() {
        return true;
    }

    @Override
    public Plan plan(ConferenceView conference, List<Person> people, Posted form, Locale locale) {
        var subject = form.texts("subject");
        var text = form.texts("text");
        check(subject, text);
        var left = new ArrayList<Left>();
        var concerned = new ArrayList<Person>();
        var seen = new java.util.HashSet<String>();
        for (var person : people) {
            if (person.email().isBlank()) left.add(new Left(person, "no-address"));
            else if (!seen.add(Recipients.same(person))) left.add(new Left(person, "twice"));
            else concerned.add(person);
        }
        var names = names(conference);
        var samples = concerned.stream()
                .collect(Collectors.toMap(Person::locale, each -> each, (a, _) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .limit(SAMPLES)
                .map(person -> {
                    var values = values(conference, person, names, recipients.page(conference, person));
                    return new Sample(
                            person.email(),
                            new MessageText(subject.in(person.locale())).of(values),
                            new MessageText(text.in(person.locale())).of(values));
                })
                .toList();
        return new Plan(concerned, left, List.of(), samples, new Request(BulkAction.ids(concerned), subject, text));
    }

    private static void check(LocalizedText subject, LocalizedText text) {
        var found = new Violations();
        for (var tag : Posted.TAGS) {
            found.text("/subject/" + tag, subject.forTag(tag), LONGEST_SUBJECT);
            found.text("/text/" + tag, text.forTag(tag), LONGEST_TEXT);
        }
        found.throwIfAny();
        var any = new LinkedHashMap<String, String>();
        List.of("name", "email", "order", "ticket", "fee", "conference", ATTENDANCE)
                .forEach(each -> any.put(each, "x"));
        for (var tag : Posted.TAGS) {
            MessageText.check(found, "/subject/" + tag, String.valueOf(subject.forTag(tag)), any);
            MessageText.check(found, "/text/" + tag, String.valueOf(text.forTag(tag)), any);
        }
        found.throwIfAny();
    }

    private Map<String, LocalizedText> names(ConferenceView conference) {
        var names = new LinkedHashMap<String, LocalizedText>();
        fees.all(conference.id()).forEach(fee -> names.put(fee.key(), fee.name()));
        return names;
    }

    private static Map<String, String> values(
            ConferenceView conference, Person person, Map<String, LocalizedText> fees, String attendance) {
        var fee = fees.get(person.fee());
        return Map.of(
                "name",
                person.name(),
                "email",
                person.email(),
                "order",
                person.code(),
                "ticket",
                person.ticket() == null ? "" : person.ticket(),
                "fee",
                fee == null ? person.fee() : fee.in(person.locale()),
                "conference",
                conference.name().in(person.locale()),
                ATTENDANCE,
                attendance);
    }

    /** Sent again after a crash, the key of each mail keeps it from arriving twice. */
    @Override
    public void run(DelegateJob job) {
        var request = json.read(job.request().toString(), Request.class);
        var conference = conferences.byId(job.conference());
        var names = names(conference);
        for (var done = job.done(); done < request.people().size(); ) {
            var next = Math.min(done + AT_ONCE, request.people().size());
            var failed = new ArrayList<DelegateJob.Failed>();
            for (var person : recipients.of(job, request.people().subList(done, next)))
                send(job, request, conference, person, names, failed);
            recipients.passed(job, next, failed);
            done = next;
        }
    }

    private void send(
            DelegateJob job,
            Request request,
            ConferenceView conference,
            Person person,
            Map<String, LocalizedText> names,
            List<DelegateJob.Failed> failed) {
        // each link opens the order, so only those that are asked for are made
        var attendance =
                request.text().in(person.locale()).contains(ATTENDANCE) ? recipients.link(conference, person) : "";
        var values = values(conference, person, names, attendance);
        var text = new MessageText(request.text().in(person.locale())).of(values);
        try {
            mails.send(new Mails.Mail(
                    "delegates-message:" + job.id() + ":" + person.id(),
                    person.email(),
                    "mail/registration/message",
                    person.locale(),
                    List.of(new MessageText(request.subject().in(person.locale())).of(values)),
                    Map.of("lines", text.lines().toList()),
                    List.of()));
        } catch (MailParseException | MailPreparationException | Problem.InvalidInput e) {
            failed.add(new DelegateJob.Failed(person.label(), "email", "This is not an e-mail address."));
        }
    }

    /** Whom a job writes to, and how far it is. */
    @Component
    static class Recipients {
        private final ChosenDelegates people;
        private final DelegateJobs jobs;
        private final OrderAccess orders;

        Recipients(ChosenDelegates people, DelegateJobs jobs, OrderAccess orders) {
            this.people = people;
            this.jobs = jobs;
            this.orders = orders;
        }

        String page(ConferenceView conference, Person person) {
            return orders.page(conference, person.code(), ATTENDANCE);
        }

        String link(ConferenceView conference, Person person) {
            return orders.link(conference, person.order(), person.code(), ATTENDANCE);
        }

        /** Two registrations of one person get one mail; two people of one address get one each. */
        static String same(Person person) {
            return (person.email() + "\n" + person.name()).toLowerCase(Locale.ROOT);
        }

        List<Person> of(DelegateJob job, List<UUID> ids) {
            return people.byIds(job.conference(), ids);
        }

        void passed(DelegateJob job, int done, List<DelegateJob.Failed> failed) {
            jobs.passed(job, done, failed);
        }
    }
}
