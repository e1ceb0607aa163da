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
        return new OneOrder(code.getFirst(), own(sent, organizer));
    }

    /** One free order by the pages of a browser. The mails that follow it are not its own work, and left out. */
    static OneOrder visit(Organizer organizer, Visitor visitor, Trace trace) throws Exception {
        var statements = new ArrayList<>(own(trace.of(visitor::reads), organizer));
        statements.addAll(own(trace.of(visitor::opensTheForm), organizer));
        statements.addAll(untilPlaced(own(trace.of(visitor::orders), organizer)));
        Mails.allSent(organizer.database());
        statements.addAll(own(trace.of(visitor::seesTheOrder), organizer));
        return new OneOrder(visitor.code(), statements);
    }

    /** Up to the commit of the order; what begins later is done by others. */
    private static List<Trace.Statement> untilPlaced(List<Trace.Statement> sent) {
        var process = "";
        for (var i = 0; i < sent.size(); i++) {
            var statement = sent.get(i);
            if (statement.sql().startsWith("INSERT INTO orders ")) process = statement.process();
            if (statement.process().equals(process) && statement.sql().equalsIgnoreCase("commit"))
                return sent.subList(0, i + 1);
        }
        throw new IllegalStateException("no order was placed");
    }

    private static List<Trace.Statement> own(List<Trace.Statement> sent, Organizer organizer) {
        return sent.stream().filter(statement -> belongs(statement, organizer)).toList();
    }

    private static boolean belongs(Trace.Statement statement, Organizer organizer) {
        if (statement.sql().startsWith("set search_path")) return false;
        // the pool asks a connection that was idle whether it lives
        if (statement.sql().isEmpty()) return false;
        if (statement.connection().startsWith("plenary-tenants")) return true;
        return statement.connection().startsWith("plenary-control")
                && statement.mentions(organizer.tenant().toString());
    }

    List<String> kinds() {
        return statements.stream().map(Trace.Statement::sql).toList();
    }
}
