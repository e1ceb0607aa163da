package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts delegates into discussion groups: all into one, or spread evenly over several so that countries meet. */
@Component
class GroupAction implements BulkAction {
    static final String KIND = "group";
    private static final int MOST_GROUPS = 100;
    private static final int LONGEST_NAME = 80;
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final DelegateJobs jobs;
    private final Json json;
    private final MessageSource messages;

    GroupAction(JdbcClient jdbc, DelegateJobs jobs, Json json, MessageSource messages) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.json = json;
        this.messages = messages;
    }

    /** A delegate's group before and after; empty for none. */
    record Move(UUID delegate, String before, String after) {}

    record Request(List<Move> moves) {
        Request undone() {
            return new Request(moves.stream()
                    .map(move -> new Move(move.delegate(), move.after(), move.before()))
                    .toList());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean asksSomething() {
        return true;
    }

    @Override
    public Plan plan(ConferenceView conference, List<Person> people, Posted form, Locale locale) {
        var groups = form.get("groups")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        check(groups);
        var left = new ArrayList<Left>();
        var concerned = new ArrayList<Person>();
        for (var person : people) {
            if (person.isLive()) concerned.add(person);
            else left.add(new Left(person, "not-live"));
        }
        // dealt out country by country, so that each group gets its share of each
        concerned.sort(Comparator.comparing(Person::country).thenComparing(Person::id));
        var moves = new ArrayList<Move>();
        var sizes = new LinkedHashMap<String, Integer>();
        for (var person : concerned) {
            var group = groups.isEmpty() ? "" : groups.get(moves.size() % groups.size());
            moves.add(new Move(person.id(), person.group() == null ? "" : person.group(), group));
            sizes.merge(group, 1, Integer::sum);
        }
        return new Plan(concerned, left, facts(sizes, locale), List.of(), new Request(moves));
    }

    private static void check(List<String> groups) {
        var found = new Violations();
        found.check(groups.size() <= MOST_GROUPS, "/groups", "too_many_groups", "At most 100 groups.");
        groups.forEach(group -> found.optionalText("/groups", group, LONGEST_NAME));
        found.throwIfAny();
    }

    private List<String> facts(Map<String, Integer> sizes, Locale locale) {
        return sizes.entrySet().stream()
                .map(entry -> entry.getKey().isEmpty()
                        ? messages.getMessage("registration.bulk.group-none", new Object[] {entry.getValue()}, locale)
                        : messages.getMessage(
                                "registration.bulk.group-facts",
                                new Object[] {entry.getKey(), entry.getValue()},
                                locale))
                .toList();
    }

    /** Whoever was moved by somebody else meanwhile stays there. */
    @Override
    public void run(DelegateJob job) {
        var moves = json.read(job.request().toString(), Request.class).moves();
        for (var done = job.done(); done < moves.size(); ) {
            var next = Math.min(done + AT_ONCE, moves.size());
            jdbc.sql("""
                    UPDATE delegate d SET discussion_group = nullif(m.after, '')
                    FROM jsonb_to_recordset(CAST(:moves AS jsonb)) AS m (delegate uuid, before text, after text)
                    WHERE d.id = m.delegate AND d.conference_id = :conference
                      AND coalesce(d.discussion_group, '') = m.before""")
                    .param("moves", json.write(moves.subList(done, next)))
                    .param("conference", job.conference())
                    .update();
            jobs.passed(job, next, List.of());
            done = next;
        }
    }

    /** What takes a job of this kind back. */
    Request undo(DelegateJob job) {
        return json.read(job.request().toString(), Request.class).undone();
    }
}
