package org.plenary.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the database alone makes of orders at any of many organizations, against orders at always the same: the same statements in
 * pgbench, with nothing before it. It is the bound of what the application can reach while each organization has a schema of its own.
 */
final class AnyInPgBench {
    private final Platform platform;
    private final PgBench pgbench;
    private final Path alone;

    AnyInPgBench(Platform platform, Sale sale) throws Exception {
        this.platform = platform;
        pgbench = new PgBench(platform.database());
        alone = new Paired(platform, pgbench)
                .script("any", List.of(), trace -> Sent.byOrder(platform.organizer(), sale, trace))
                .file();
    }

    /** In pairs, one at once after the other. */
    String ratio(int count, int clients) throws Exception {
        var any = any(count);
        var ratios = new double[platform.settings().rounds()];
        for (var i = 0; i < ratios.length; i++) {
            var one = run(alone, clients);
            ratios[i] = run(any, clients) / one;
            Mails.forget(platform.database());
        }
        return Measured.spread(ratios);
    }

    private double run(Path script, int clients) throws Exception {
        return pgbench.run(
                        script,
                        Neighbours.schema(0),
                        clients,
                        platform.settings().seconds())
                .perSecond();
    }

    /** As the application binds a connection to an organization: once before its statements. */
    private Path any(int count) throws Exception {
        var file = alone.resolveSibling("pgbench-any-of-" + count + ".sql");
        var bind = """
                \\set organization random(0, %d)
                select set_config('search_path', 't_' || lpad((:organization)::text, 10, '0'), false);
                """.formatted(count - 1);
        Files.writeString(file, bind + Files.readString(alone));
        return file;
    }
}
