package org.plenary.papers.call;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeWords;
import org.plenary.identity.BodyPeople;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Writes the call for papers out of what was set. */
@Component
class CallNotices {
    private final CallWords words;
    private final BodyPeople people;
    private final Urls urls;
    private final Clock clock;

    CallNotices(CallWords words, BodyPeople people, Urls urls, Clock clock) {
        this.words = words;
        this.people = people;
        this.urls = urls;
        this.clock = clock;
    }

    CallNotice of(ConferenceView conference, Calls.Versioned current, Locale locale) {
        var call = current.call();
        var names = chairs(conference, call);
        var comma = words.text("papers.announcement.comma", locale);
        return new CallNotice(
                conference.name().in(locale),
                when(conference, locale),
                call.rounds().stream().map(round -> dated(call, round)).toList(),
                paragraphs(call.instructions().in(locale)),
                call.types().stream().map(type -> type(type, locale)).toList(),
                call.tracks().stream()
                        .map(track -> subject(track, names, comma, locale))
                        .toList(),
                call.blinding(),
                urls.tenant(Tenancy.require(), "/c/" + conference.slug() + "/submit")
                        .toString(),
                current.version(),
                LocalDate.ofInstant(clock.instant(), conference.timeZone()));
    }

    private static String when(ConferenceView conference, Locale locale) {
        var from = NoticeWords.date(conference.startsOn(), locale);
        var to = NoticeWords.date(conference.endsOn(), locale);
        var venue = conference.venue();
        var country = Locale.of("", venue.country()).getDisplayCountry(locale);
        return (from.equals(to) ? from : from + " – " + to) + " · "
                + venue.city().in(locale) + " · " + country;
    }

    private CallNotice.Dated dated(Call call, Round round) {
        var first = call.extensions().stream()
                .filter(extension -> extension.stage() == round.stage())
                .findFirst()
                .map(extension -> extension.from().toString())
                .orElse(null);
        return new CallNotice.Dated(
                round.stage().dashed(),
                round.deadline().toString(),
                round.deadline().toString().equals(first) ? null : first,
                round.deadline().isPassed(clock.instant()));
    }

    static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private String type(SubmissionType type, Locale locale) {
        var name = type.name().in(locale);
        var pages = type.maximumPages();
        return pages == null ? name : words.text("papers.announcement.type-pages", locale, name, pages);
    }

    private static CallNotice.Subject subject(Track track, Map<UUID, String> names, String comma, Locale locale) {
        var chairs =
                track.chairs().stream().map(names::get).filter(Objects::nonNull).collect(Collectors.joining(comma));
        var topics = track.topics().stream()
                .map(topic -> new CallNotice.Named(
                        topic.name().in(locale),
                        topic.topics().stream()
                                .map(finer -> finer.name().in(locale))
                                .collect(Collectors.joining(comma))))
                .toList();
        return new CallNotice.Subject(track.name().in(locale), chairs, topics);
    }

    private Map<UUID, String> chairs(ConferenceView conference, Call call) {
        var names = new HashMap<UUID, String>();
        if (call.tracks().stream().anyMatch(track -> !track.chairs().isEmpty()))
            people.staff(conference.id()).forEach(one -> names.put(one.account(), one.name()));
        return names;
    }

    /** The same as plain text for lists that send no formatting. */
    String posting(CallNotice notice, Locale locale) {
        var text = new StringBuilder();
        var title = words.text("papers.announcement.title", locale, notice.conference());
        line(text, title);
        line(text, notice.when());
        heading(text, words.text("papers.call.dates", locale));
        for (var date : notice.dates())
            line(text, words.text("papers.stage." + date.stage(), locale) + ": " + date.text() + moved(date, locale));
        if (!notice.paragraphs().isEmpty()) {
            heading(text, words.text("papers.call.authors", locale));
            text.append(String.join("\n\n", notice.paragraphs())).append('\n');
        }
        if (!notice.types().isEmpty()) {
            heading(text, words.text("papers.call.types", locale));
            notice.types().forEach(type -> line(text, "- " + type));
        }
        if (!notice.tracks().isEmpty()) heading(text, words.text("papers.announcement.topics", locale));
        for (var track : notice.tracks()) {
            line(text, "* " + track.name());
            if (!track.chairs().isEmpty())
                line(text, "  " + words.text("papers.announcement.chairs", locale, track.chairs()));
            for (var topic : track.topics())
                line(text, "  - " + topic.name() + (topic.finer().isEmpty() ? "" : " (" + topic.finer() + ")"));
        }
        heading(text, words.text("papers.announcement.submit-at", locale));
        line(text, notice.address());
        return text.toString();
    }

    private String moved(CallNotice.Dated date, Locale locale) {
        @Nullable String before = date.before();
        return before == null ? "" : " " + words.text("papers.announcement.instead-of", locale, before);
    }

    private static void heading(StringBuilder text, String heading) {
        text.append('\n')
                .append(heading)
                .append('\n')
                .append("-".repeat(Math.min(60, heading.length())))
                .append('\n');
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
