package org.plenary.papers.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormOwner;
import org.plenary.forms.Purpose;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form about papers: a section of it can be kept to the papers of some tracks and types. */
public abstract class PaperForms implements FormOwner {
    private final Purpose purpose;
    private final String table;
    private final Calls calls;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    /** @param table that has the version of the form which was answered as {@code form_version} */
    protected PaperForms(Purpose purpose, String table, Calls calls, MessageSource messages, JdbcClient jdbc) {
        this.purpose = purpose;
        this.table = table;
        this.calls = calls;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public Purpose purpose() {
        return purpose;
    }

    @Override
    public List<Group> groups(UUID conference, Locale locale) {
        var groups = new ArrayList<Group>();
        calls.find(conference).ifPresent(call -> {
            for (var track : call.tracks())
                groups.add(group("track", track.key(), track.name().in(locale), locale));
            for (var type : call.types())
                groups.add(group("type", type.key(), type.name().in(locale), locale));
        });
        return groups;
    }

    private Group group(String kind, String key, String name, Locale locale) {
        return new Group(kind + ":" + key, name, said("papers.form.group-" + kind, name, locale));
    }

    @Override
    public String unknownGroup(String value, Locale locale) {
        return said("papers.form.no-such-group", value.substring(value.indexOf(':') + 1), locale);
    }

    private String said(String key, String name, Locale locale) {
        return String.valueOf(messages.getMessage(key, new Object[] {name}, locale));
    }

    @Override
    public Map<Integer, Integer> answers(UUID conference) {
        var answers = new LinkedHashMap<Integer, Integer>();
        jdbc.sql("select form_version, count(*) from " + table
                        + " where conference = :conference and form_version > 0 group by form_version")
                .param("conference", conference)
                .query((RowCallbackHandler) row -> answers.put(row.getInt(1), row.getInt(2)));
        return answers;
    }

    @Override
    public boolean isAnswered(UUID conference, int version) {
        return jdbc.sql("select exists (select from " + table
                        + " where conference = :conference and form_version = :version)")
                .param("conference", conference)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void changed(UUID conference, FormDefinition before, FormDefinition after) {
        // Nothing is counted that people choose.
    }
}
