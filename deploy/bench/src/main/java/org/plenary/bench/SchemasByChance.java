package org.plenary.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database itself does with the statements of one piece of work in many schemas: always in the first of the
 * {@link Neighbours}, or in any of them by chance. As the application does, a connection is set to a schema by a statement of its
 * own, and only where it may have been in another one.
 */
final class SchemasByChance {
    private final Platform platform;
    private final PgBench pgbench;
    private final Paired.Script script;
    private final Path anywhere;

    private SchemasByChance(Platform platform, PgBench pgbench, Paired.Script script, Path anywhere) {
        this.platform = platform;
        this.pgbench = pgbench;
        this.script = script;
        this.anywhere = anywhere;
    }

    static SchemasByChance traced(Platform platform, String name, Paired.Once work) throws Exception {
        var pgbench = new PgBench(platform.database());
        var script = new Paired(platform, pgbench).script(name, List.of(), work);
        var anywhere = script.file().resolveSibling("pgbench-" + name + "-anywhere.sql");
        TransactionScript.save(anywhere, """
                \\set organization random(0, :many - 1)
                select set_config('search_path', 't_' || lpad((:organization)::text, 10, '0'), false);
                """ + Files.readString(script.file()));
        return new SchemasByChance(platform, pgbench, script, anywhere);
    }

    String said() {
        return script.said();
    }

    /** A second. */
    double alone(int clients) throws Exception {
        return run(script.file(), clients, 1);
    }

    /** A second. */
    double any(int clients, int count) throws Exception {
        return run(anywhere, clients, count);
    }

    private double run(Path file, int clients, int count) throws Exception {
        return pgbench.run(
                        file, Neighbours.schema(0), clients, platform.settings().seconds(), count)
                .perSecond();
    }

    /** Round by round. */
    static final class Rates {
        private final List<Double> alone = new ArrayList<>();
        private final List<Double> any = new ArrayList<>();

        void add(double alone, double any) {
            this.alone.add(alone);
            this.any.add(any);
        }

        String anyToAlone() {
            var ratios = new double[any.size()];
            for (var i = 0; i < ratios.length; i++) ratios[i] = any.get(i) / alone.get(i);
            return Measured.spread(ratios);
        }

        /** How much of what the database does in schemas by chance is reached over HTTP. */
        String shareReachedBy(Side http) {
            return http.ratioTo(any);
        }
    }
}
