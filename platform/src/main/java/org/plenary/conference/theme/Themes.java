package org.plenary.conference.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceSubjects;
import org.plenary.conference.ConferenceSubjects.Subjects;
import org.plenary.kernel.LocalizedText;
import org.springframework.stereotype.Component;

/** The subjects of conferences, from all modules that know some. */
@Component
class Themes {
    private final List<ConferenceSubjects> modules;

    Themes(List<ConferenceSubjects> modules) {
        this.modules = modules;
    }

    Map<UUID, Subjects> of(Collection<UUID> conferences) {
        var all = new HashMap<UUID, Subjects>();
        for (var module : modules) module.of(conferences).forEach((id, more) -> all.merge(id, more, Themes::both));
        return all;
    }

    private static Subjects both(Subjects one, Subjects other) {
        var names = new ArrayList<>(one.names());
        names.addAll(other.names());
        return new Subjects(names, one.version() + other.version());
    }

    /** In all the languages in which they are written, each once. */
    static List<String> written(List<LocalizedText> texts) {
        var written = new LinkedHashSet<String>();
        for (var text : texts) written.addAll(text.values().values());
        written.removeIf(String::isBlank);
        return List.copyOf(written);
    }
}
