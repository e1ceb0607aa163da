package org.plenary.conference.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What the bodies of a conference have to do with their duties: duties × bodies.
 *
 * @param bodies the columns
 */
record DutyMatrix(List<Body> bodies) {
    /** @param owner whose duty it is */
    record Row(Body owner, Duty duty) {
        /** The letter of one body, or nothing; templates call it. */
        public String letter(UUID body) {
            var raci = duty.raci().get(body);
            return raci == null ? "" : raci.name();
        }
    }

    /** In the order of the bodies whose duties they are. */
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var body : bodies) for (var duty : body.duties()) rows.add(new Row(body, duty));
        return rows;
    }

    /** Differs whenever one of the bodies was changed, has come or is gone. */
    long version() {
        var version = 1L;
        for (var body : bodies) version = 31 * (31 * version + body.id().hashCode()) + body.version();
        return version;
    }

    /** As a table, the header first. @param first the names of the first two columns */
    List<List<String>> table(List<String> first, Locale locale) {
        var table = new ArrayList<List<String>>();
        var header = new ArrayList<>(first);
        bodies.forEach(body -> header.add(body.details().name().in(locale)));
        table.add(header);
        for (var row : rows()) {
            var line = new ArrayList<String>();
            line.add(row.owner().details().name().in(locale));
            line.add(row.duty().text().in(locale));
            bodies.forEach(body -> line.add(row.letter(body.id())));
            table.add(line);
        }
        return table;
    }
}
