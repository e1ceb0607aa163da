package org.plenary.identity.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.ConferenceNames;
import org.plenary.kernel.web.Choice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says which roles there are and which somebody has, for pages and the API. */
@Component
class RoleWords {
    private final ConferenceNames conferences;
    private final People people;
    private final MessageSource messages;

    RoleWords(ConferenceNames conferences, People people, MessageSource messages) {
        this.conferences = conferences;
        this.people = people;
        this.messages = messages;
    }

    /** @param conference slug; null for the whole organization, @param over whether its last day has passed */
    record Held(
            @Nullable UUID id,
            String role,
            String name,
            @Nullable String conference,
            @Nullable String conferenceName,
            @Nullable LocalDate until,
            boolean over,
            boolean ofPartner,
            boolean ofBody) {}

    record Member(UUID id, String name, String email, List<Held> roles) {}

    /** With one look at the conferences, however many people there are. */
    List<Member> members(List<Person> some, Locale locale) {
        var names = names(some);
        var today = people.today();
        return some.stream()
                .map(person -> new Member(
                        person.id(),
                        person.name(),
                        person.email(),
                        person.grants().stream()
                                .map(grant -> held(grant, names, today, locale))
                                .toList()))
                .toList();
    }

    Member member(Person person, Locale locale) {
        return members(List.of(person), locale).getFirst();
    }

    private Map<UUID, ConferenceNames.Named> names(List<Person> some) {
        var isNeeded = some.stream().flatMap(person -> person.grants().stream()).anyMatch(grant -> !grant.isForAll());
        return isNeeded ? names() : Map.of();
    }

    private Map<UUID, ConferenceNames.Named> names() {
        return conferences.all().stream().collect(Collectors.toMap(ConferenceNames.Named::id, Function.identity()));
    }

    private Held held(Grant grant, Map<UUID, ConferenceNames.Named> names, LocalDate today, Locale locale) {
        var conference = grant.conference() == null ? null : names.get(grant.conference());
        return new Held(
                grant.id(),
                grant.role().code(),
                name(grant.role(), locale),
                conference == null ? null : conference.slug(),
                conference == null ? null : conference.name().in(locale),
                grant.until(),
                !grant.holdsOn(today),
                grant.partner() != null,
                grant.seat() != null);
    }

    /** The roles that these invitations offer, in their order. */
    List<Held> offered(List<Invitation> some, Locale locale) {
        var isNeeded = some.stream().anyMatch(each -> each.wanted().conference() != null);
        var names = isNeeded ? names() : Map.<UUID, ConferenceNames.Named>of();
        var today = people.today();
        return some.stream()
                .map(each -> each.wanted())
                .map(wanted -> new Grant(
                        null, wanted.role(), wanted.conference(), wanted.until(), wanted.partner(), wanted.seat()))
                .map(grant -> held(grant, names, today, locale))
                .toList();
    }

    String name(Role role, Locale locale) {
        return text("identity.role." + role.messageKey(), locale);
    }

    String help(Role role, Locale locale) {
        return text("identity.role-help." + role.messageKey(), locale);
    }

    List<Choice> roles(Locale locale) {
        return roles(Role.ofStaff(), locale);
    }

    List<Choice> roles(List<Role> some, Locale locale) {
        return some.stream()
                .map(role -> new Choice(role.code(), name(role, locale), help(role, locale)))
                .toList();
    }

    /** The conferences for which a role can be given; the choice of none is the whole organization. */
    List<Choice> places(Locale locale) {
        return conferences.all().stream()
                .map(each -> new Choice(each.slug(), each.name().in(locale)))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
