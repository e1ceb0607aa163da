package org.plenary.registration.setting;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The definitions by which a conference is sold, as they are kept. A page and an order need nearly all of them, which are a few
 * small rows in many tables, so they have them by one statement; other work asks for the kinds that it needs.
 */
public final class Definitions {
    private static final String IN_ORDER = " ORDER BY kind, place, name";
    private static final String ALL =
            Arrays.stream(Kind.values()).map(Kind::select).collect(Collectors.joining(" UNION ALL ")) + IN_ORDER;

    private Definitions() {}

    public enum Kind {
        FEE("fee", "id::text", "position", "definition", "version"),
        GROUP_RULES("group_rules", "''", "0", "definition", "version"),
        PAYMENT_WAYS("payment_ways", "''", "0", "definition", "version"),
        POLICY("registration_policy", "''", "0", "definition", "version"),
        PRICE_LIST("price_list", "currency::text", "0", "amounts", "version"),
        QUOTA("quota", "key", "0", "definition", "version"),
        SALES_RULES("sales_rules", "''", "0", "definition", "0");

        private final String select;

        Kind(String table, String name, String place, String content, String version) {
            select = """
                    SELECT '%s' AS kind, %s AS name, %s AS place, %s::text AS content, %s::bigint AS version
                    FROM %s WHERE conference_id = :conference""".formatted(name(), name, place, content, version, table);
        }

        private String select() {
            return select;
        }
    }

    /** @param name of one of several: a fee's id, a list's currency, a quota's key */
    public record Definition(Kind kind, String name, String content, long version) {}

    /** Those of one kind, in the organizer's order, else by their names. */
    public static List<Definition> of(JdbcClient jdbc, UUID conference, Kind kind) {
        var settled = settled(conference);
        if (settled == null && !Reading.isOpen()) return read(jdbc, conference, kind.select() + IN_ORDER);
        var all = settled == null
                ? Reading.once(Definitions.class, conference, () -> read(jdbc, conference, ALL))
                : settled.read(jdbc);
        return all.stream().filter(definition -> definition.kind() == kind).toList();
    }

    /**
     * The caller's transaction goes by one state of the conference's definitions: they are read once, when the first is asked for,
     * and stay so until its end. For what changes none of them.
     */
    public static void settle(UUID conference) {
        if (settled(conference) == null)
            TransactionSynchronizationManager.registerSynchronization(new Settled(conference));
    }

    private static @Nullable Settled settled(UUID conference) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return null;
        for (var each : TransactionSynchronizationManager.getSynchronizations())
            if (each instanceof Settled settled && settled.conference.equals(conference)) return settled;
        return null;
    }

    private static final class Settled implements TransactionSynchronization {
        private final UUID conference;
        private @Nullable List<Definition> known;

        Settled(UUID conference) {
            this.conference = conference;
        }

        List<Definition> read(JdbcClient jdbc) {
            if (known == null) known = Definitions.read(jdbc, conference, ALL);
            return known;
        }
    }

    private static List<Definition> read(JdbcClient jdbc, UUID conference, String sql) {
        return jdbc.sql(sql)
                .param("conference", conference)
                .query((row, n) -> new Definition(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("content"),
                        row.getLong("version")))
                .list();
    }
}
