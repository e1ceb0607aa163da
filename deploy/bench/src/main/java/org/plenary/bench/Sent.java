package org.plenary.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What one piece of work sent to the database: on the tenant's connections all, on the platform's what concerns the tenant.
 *
 * @param own values of this piece alone, that cannot be told from others by their form
 */
record Sent(List<Drawn> own, List<Trace.Statement> statements) {
    static Sent byOrder(Organizer organizer, Sale sale, Trace trace) throws Exception {
        var order = sale.order(organizer, 0);
        var code = new ArrayList<String>();
        var sent =
                trace.of(() -> code.add(organizer.send(201, order).at("/code").asString()));
        return new Sent(List.of(Drawn.code(code.getFirst())), concerning(organizer, sent));
    }

    /** One free order by the pages of a browser. The mails that follow it are not its own work, and left out. */
    static Sent byVisit(Organizer organizer, Visitor visitor, Trace trace) throws Exception {
        var statements = new ArrayList<>(concerning(organizer, trace.of(visitor::reads)));
        statements.addAll(concerning(organizer, trace.of(visitor::opensTheForm)));
        statements.addAll(untilDone("INSERT INTO orders ", concerning(organizer, trace.of(visitor::orders))));
        Mails.allSent(organizer.database());
        statements.addAll(concerning(organizer, trace.of(visitor::seesTheOrder)));
        return new Sent(List.of(Drawn.code(visitor.code())), statements);
    }

    /** Reading: nothing follows it, and nothing in it is its own. */
    static Sent byReading(Organizer organizer, byte[] request, Trace trace) throws Exception {
        return new Sent(List.of(), concerning(organizer, trace.of(() -> organizer.ask(200, request))));
    }

    /**
     * What follows a request that changes something is done by others, and left out.
     *
     * @param change how the statement begins that makes the change
     */
    static Sent byChange(Organizer organizer, String change, List<Drawn> own, int expected, byte[] request, Trace trace)
            throws Exception {
        var sent = concerning(organizer, trace.of(() -> organizer.ask(expected, request)));
        Mails.allSent(organizer.database());
        return new Sent(own, untilDone(change, sent));
    }

    /** Up to the commit of the change. */
    private static List<Trace.Statement> untilDone(String change, List<Trace.Statement> sent) {
        var process = "";
        for (var i = 0; i < sent.size(); i++) {
            var statement = sent.get(i);
            if (statement.sql().startsWith(change)) process = statement.process();
            if (statement.process().equals(process) && statement.sql().equalsIgnoreCase("commit"))
                return sent.subList(0, i + 1);
        }
        throw new IllegalStateException("nothing was sent that begins with " + change);
    }

    /** Others are looked after at any time: their statements go over connections that are set to their schemas. */
    private static List<Trace.Statement> concerning(Organizer organizer, List<Trace.Statement> sent) {
        var ofOthers = new HashSet<String>();
        var own = new ArrayList<Trace.Statement>();
        for (var statement : sent) {
            if (statement.setsPath()) {
                if (statement.sql().contains(organizer.schema())) ofOthers.remove(statement.process());
                else ofOthers.add(statement.process());
            } else if (!ofOthers.contains(statement.process()) && concerns(organizer, statement)) own.add(statement);
        }
        return own;
    }

    private static boolean concerns(Organizer organizer, Trace.Statement statement) {
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
