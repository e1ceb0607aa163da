package org.plenary.forms;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The kinds of fields as the builder offers them: in groups, each with what it is good for. */
@Component
class FieldKinds {
    private final FormWords words;

    FieldKinds(FormWords words) {
        this.words = words;
    }

    record Kind(String type, String icon, String name, String use) {}

    record Group(String name, List<Kind> kinds) {}

    List<Group> groups(boolean onlyAsks, Locale locale) {
        return Stream.of(FieldType.Group.values())
                .map(group -> new Group(
                        words.message("registration.kinds." + group.name().toLowerCase(Locale.ROOT), locale),
                        Stream.of(FieldType.values())
                                .filter(type -> type.group() == group && (!onlyAsks || type.onlyAsks()))
                                .map(type -> kind(type, locale))
                                .toList()))
                .filter(group -> !group.kinds().isEmpty())
                .toList();
    }

    Kind kind(FieldType type, Locale locale) {
        return new Kind(
                type.wire(),
                type.icon(),
                words.type(type, locale),
                words.message("registration.type." + type.dashed() + ".use", locale));
    }
}
