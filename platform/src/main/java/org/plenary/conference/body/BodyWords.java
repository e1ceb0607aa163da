package org.plenary.conference.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.body.JoiningBodies.Seated;
import org.plenary.identity.BodyPeople;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts bodies into the words of their reader. */
@Component
class BodyWords {
    private final BodyPeople people;
    private final PageErrors errors;
    private final MessageSource messages;

    BodyWords(BodyPeople people, PageErrors errors, MessageSource messages) {
        this.people = people;
        this.errors = errors;
        this.messages = messages;
    }

    /** A body on a list; @param role what its members may do here, null for nothing, @param chairs their names */
    record BodyCard(
            UUID id,
            String name,
            String type,
            String mandate,
            @Nullable String role,
            boolean isPublic,
            List<String> chairs,
            int members,
            List<String> duties) {}

    BodyCard card(Body body, List<Seated> seated, Locale locale) {
        var details = body.details();
        var role = details.role();
        return new BodyCard(
                body.id(),
                details.name().in(locale),
                type(details.type(), locale),
                details.mandate().in(locale),
                role == null ? null : people.name(role, locale),
                details.isPublic(),
                seated.stream()
                        .map(Seated::member)
                        .filter(BodyMember::isChair)
                        .map(BodyMember::name)
                        .toList(),
                seated.size(),
                body.duties().stream().map(duty -> duty.text().in(locale)).toList());
    }

    String type(BodyType type, Locale locale) {
        return text("type-" + type.messageKey(), locale);
    }

    List<Choice> types(Locale locale) {
        return Arrays.stream(BodyType.values())
                .map(type -> new Choice(type.wire(), type(type, locale)))
                .toList();
    }

    /** Those that the caller may give, and the one that the body has already. */
    List<Choice> roles(@Nullable String before, Locale locale) {
        var roles = new ArrayList<>(people.roles(locale));
        if (before != null && roles.stream().noneMatch(role -> role.value().equals(before)))
            roles.add(new Choice(before, people.name(before, locale)));
        return roles;
    }

    PageErrors errors() {
        return errors;
    }

    Flash done(String what, Locale locale) {
        return Flash.success(text(what, locale));
    }

    /** One of the texts of bodies. */
    String text(String what, Locale locale) {
        return messages.getMessage("conference.body." + what, null, locale);
    }
}
