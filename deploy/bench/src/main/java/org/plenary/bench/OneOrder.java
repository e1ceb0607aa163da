package org.plenary.bench;

import java.util.ArrayList;
import java.util.List;

/** One order and what it sent to the database: on the tenant's connections all, on the platform's what concerns the tenant. */
record OneOrder(String code, List<Trace.Statement> statements) {
    static OneOrder place(Organizer organizer, Sale sale, Trace trace) throws Exception {
        var order = sale.order(organizer, 0);
        var code = new ArrayList<String>();
        var sent =
                trace.of(() -> code.add(organizer.send(201, order).at("/code").asString()));
        var own =
                sent.stream().filter(statement -> belongs(statement, organizer)).toList();
        return new OneOrder(code.getFirst(), own);
    }

    private static boolean belongs(Trace.Statement statement, Organizer organizer) {
        if (statement.sql().startsWith("set search_path")) return false;
        if (statement.connection().startsWith("plenary-tenants")) return true;
        return statement.connection().startsWith("plenary-control")
                && statement.mentions(organizer.tenant().toString());
    }

    List<String> kinds() {
        return statements.stream().map(Trace.Statement::sql).toList();
    }
}
