package org.plenary.papers.likeness;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The fingerprints of the bound tenant's papers, to be found by each of them. */
@Repository
class PrintIndex {
    /** What is in more papers says nothing: phrases of the field, templates, names of institutions. Up to {@link #FEW} it says all. */
    private static final int COMMON = 20;

    private static final int FEW = 4;

    /** Papers that a paper can make pairs with at once. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    PrintIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredPrint> find(UUID paper) {
        return jdbc.sql("select * from paper_print where paper = ?")
                .param(paper)
                .query(PrintIndex::read)
                .optional();
    }

    /** None of them changes, or goes, before the transaction ends. Two that hold each other wait, and not in a circle. */
    List<StoredPrint> held(Collection<Integer> numbers) {
        if (numbers.isEmpty()) return List.of();
        return jdbc.sql("select * from paper_print where number in (:numbers) order by number for update")
                .param("numbers", numbers)
                .query(PrintIndex::read)
                .list();
    }

    /** Locks the paper's row until the transaction ends; makes it if there is none. */
    StoredPrint locked(UUID paper) {
        var sql = "select * from paper_print where paper = ? for update";
        var known = jdbc.sql(sql).param(paper).query(PrintIndex::read).optional();
        if (known.isPresent()) return known.get();
        // numbers are counted here, for a schema of a tenant has no sequences
        jdbc.sql("lock table paper_print in share row exclusive mode").update();
        jdbc.sql("""
                        insert into paper_print (paper, number, summary, brief, body, words, version, compared, tries)
                        select :paper, coalesce(max(number), 0) + 1, '', '{}', '{}', 0, 0, false, 0 from paper_print
                        on conflict (paper) do nothing""").param("paper", paper).update();
        return jdbc.sql(sql).param(paper).query(PrintIndex::read).single();
    }

    void tried(UUID paper) {
        jdbc.sql("update paper_print set tries = tries + 1 where paper = ?")
                .param(paper)
                .update();
    }

    void seen(UUID paper, long version) {
        jdbc.sql("update paper_print set version = :version, tries = 0 where paper = :paper")
                .param("paper", paper)
                .param("version", version)
                .update();
    }

    void replace(StoredPrint before, PaperPrint print, String summary, @Nullable UUID file, long version) {
        removeValues(before);
        jdbc.sql("""
                        update paper_print set summary = :summary, file = :file, title = :title, brief = :brief, body = :body,
                            words = :words, version = :version, compared = false, tries = 0 where paper = :paper""")
                .param("paper", before.paper())
                .param("summary", summary)
                .param("file", file, java.sql.Types.OTHER)
                .param("title", print.title(), java.sql.Types.BIGINT)
                .param("brief", values(print.summary()))
                .param("body", values(print.body()))
                .param("words", print.words())
                .param("version", version)
                .update();
        jdbc.sql("insert into paper_print_value (value, print) select v, :print from unnest(:values) v")
                .param("print", before.number())
                .param("values", values(print.all()))
                .update();
    }

    void compared(StoredPrint print) {
        jdbc.sql(
                        "update paper_print set compared = true where paper = :paper and summary = :summary and file is not distinct from :file")
                .param("paper", print.paper())
                .param("summary", print.summary())
                .param("file", print.file(), java.sql.Types.OTHER)
                .update();
    }

    void remove(StoredPrint print) {
        removeValues(print);
        jdbc.sql("delete from paper_print where paper = ?").param(print.paper()).update();
    }

    private void removeValues(StoredPrint print) {
        var known = new PaperPrint(print.title(), print.brief(), print.body(), 0);
        jdbc.sql("delete from paper_print_value where value = any(:values) and print = :print")
                .param("values", values(known.all()))
                .param("print", print.number())
                .update();
    }

    /** What this paper has in common with others, by their numbers: those that have the most. */
    Map<Integer, Likeness.Shared> shared(StoredPrint print) {
        var brief = weights(print, print.brief());
        var body = weights(print, print.body());
        var title = print.title();
        var titles = title == null ? Map.<Integer, Double>of() : weights(print, new long[] {title});
        var all = new HashMap<Integer, Likeness.Shared>();
        for (var number : brief.keySet()) all.put(number, Likeness.Shared.NOTHING);
        for (var number : body.keySet()) all.put(number, Likeness.Shared.NOTHING);
        for (var number : titles.keySet()) all.put(number, Likeness.Shared.NOTHING);
        all.replaceAll((number, _) -> new Likeness.Shared(
                brief.getOrDefault(number, 0.0), body.getOrDefault(number, 0.0), titles.containsKey(number)));
        return all;
    }

    /** Each value is looked up once, and of a common one no more than tells that it is. */
    private Map<Integer, Double> weights(StoredPrint print, long[] values) {
        if (values.length == 0) return Map.of();
        var weights = new HashMap<Integer, Double>();
        jdbc.sql("""
                        select other, sum(case when papers < :few then 1.0 else cast(:few as float8) / (papers + 1) end) weight
                        from (select v.value, o.others, cardinality(o.others) papers
                            from unnest(:values) v(value) cross join lateral (
                                select array_agg(x.print) others from (
                                    select print from paper_print_value where value = v.value and print <> :print limit :limit) x) o) known,
                            unnest(known.others) other
                        where papers < :limit group by other order by weight desc limit :most""")
                .param("few", FEW)
                .param("values", values(values))
                .param("print", print.number())
                .param("limit", COMMON)
                .param("most", MOST)
                .query(row -> {
                    weights.put(row.getInt(1), row.getDouble(2));
                });
        return weights;
    }

    /** Papers that changed since they were looked at, or were not compared; at most so many, after the given one. */
    List<UUID> missing(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select p.id from paper p left join paper_print t on t.paper = p.id
                        where (cast(:after as uuid) is null or p.id > :after) and case when p.status = 'withdrawn' then t.paper is not null
                            else t.paper is null or t.version <> p.version or not t.compared
                                or p.file is distinct from t.file and exists (select from paper_inspection i
                                    where i.paper = p.id and i.file = p.file and i.standing = 'done') end
                        order by p.id limit :limit""")
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static SqlArrayValue values(long[] values) {
        return new SqlArrayValue("bigint", Arrays.stream(values).boxed().toArray());
    }

    private static StoredPrint read(ResultSet row, int index) throws SQLException {
        return new StoredPrint(
                row.getObject("paper", UUID.class),
                row.getInt("number"),
                row.getString("summary"),
                row.getObject("file", UUID.class),
                row.getObject("title", Long.class),
                values(row.getArray("brief")),
                values(row.getArray("body")),
                row.getInt("words"),
                row.getLong("version"),
                row.getBoolean("compared"),
                row.getInt("tries"));
    }

    private static long[] values(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray())
                .mapToLong(Long::longValue)
                .toArray();
    }
}
