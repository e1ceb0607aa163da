package org.plenary.papers.proceedings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.papers.call.Calls;
import org.plenary.papers.call.Track;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/**
 * Which papers are in the volume, and in which order: those whose final version is approved, by the tracks of the call, within a track as
 * the chairs have moved them, at first by their numbers. The numbers of their pages follow from it.
 */
@Repository
class VolumeOrder {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    /** A paper that nobody moved stands where its number says. */
    private static final String BOUND = """
            with bound as (
                select p.id, p.number, p.title, p.track, coalesce(o.position, p.number) as position, o.doi, f.file, f.pages,
                    (select jsonb_agg(a.author ->> 'name' order by a.at) from jsonb_array_elements(p.authors)
                        with ordinality as a (author, at))::text as authors,
                    coalesce(array_position(cast(:tracks as text[]), p.track), 1000000) as rank
                from paper p
                join camera_ready c on c.paper = p.id and c.standing = 'ready'
                join lateral (select file, pages from camera_ready_file where paper = p.id order by number desc limit 1) f on true
                left join proceedings_paper o on o.paper = p.id
                where p.conference = :conference and p.status = 'accepted' and p.announced = 'accepted'),
            numbered as (
                select *, row_number() over (order by rank, track, position, number) as place,
                    row_number() over (partition by rank, track order by position, number) as from_first,
                    row_number() over (partition by rank, track order by position desc, number desc) as from_last,
                    sum(pages) over (order by rank, track, position, number) - pages + 1 as first_page
                from bound)
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final Calls calls;

    VolumeOrder(JdbcClient jdbc, Json json, Calls calls) {
        this.jdbc = jdbc;
        this.json = json;
        this.calls = calls;
    }

    /** @param after the place before the first that is wanted */
    List<BoundEntry> list(UUID conference, int after, int limit) {
        return jdbc.sql(BOUND + "select * from numbered where place > :after order by place limit :limit")
                .param("conference", conference)
                .param("tracks", tracks(conference))
                .param("after", after)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    List<BoundEntry> all(UUID conference) {
        return list(conference, 0, Integer.MAX_VALUE);
    }

    /** Papers and pages there are. */
    record Size(int papers, int pages) {}

    Size size(UUID conference) {
        return jdbc.sql(BOUND + "select count(*) as papers, coalesce(sum(pages), 0) as pages from bound")
                .param("conference", conference)
                .param("tracks", tracks(conference))
                .query((row, _) -> new Size(row.getInt("papers"), row.getInt("pages")))
                .single();
    }

    /** Changes places with its neighbour in the same track; at the end of the track nothing is done. @return whether it moved */
    boolean move(UUID conference, int number, boolean up) {
        return jdbc.sql(BOUND + """
                        , moved as (select * from bound where number = :number),
                        neighbour as (
                            select b.* from bound b, moved m
                            where b.track is not distinct from m.track and (case when :up then (b.position, b.number) < (m.position, m.number)
                                else (b.position, b.number) > (m.position, m.number) end)
                            order by case when :up then -b.position else b.position end limit 1)
                        insert into proceedings_paper (paper, conference, position)
                        select m.id, cast(:conference as uuid), n.position from moved m, neighbour n
                        union all select n.id, cast(:conference as uuid), m.position from moved m, neighbour n
                        on conflict (paper) do update set position = excluded.position""")
                        .param("conference", conference)
                        .param("tracks", tracks(conference))
                        .param("number", number)
                        .param("up", up)
                        .update()
                > 0;
    }

    /** Writes pages, files and DOIs down as they are now. A DOI that a paper had before stays its own. */
    void freeze(UUID conference, Volume volume) {
        melt(conference);
        jdbc.sql(BOUND + """
                        insert into proceedings_paper (paper, conference, position, doi, file, first_page, pages)
                        select id, cast(:conference as uuid), position,
                            coalesce(doi, case when :dois then cast(:doi as text) || '.' || number end), file, first_page, pages
                        from numbered
                        on conflict (paper) do update set doi = excluded.doi, file = excluded.file, first_page = excluded.first_page,
                            pages = excluded.pages""")
                .param("conference", conference)
                .param("tracks", tracks(conference))
                .param("dois", volume.hasDois())
                .param("doi", volume.doi())
                .update();
    }

    /** What was written down does not hold any more, but for the DOIs. */
    void melt(UUID conference) {
        jdbc.sql("""
                        update proceedings_paper set file = null, first_page = null, pages = null where conference = :conference""").param("conference", conference).update();
    }

    private SqlArrayValue tracks(UUID conference) {
        var keys = calls.find(conference)
                .map(call -> call.tracks().stream().map(Track::key).toArray())
                .orElse(new Object[0]);
        return new SqlArrayValue("text", keys);
    }

    private BoundEntry read(ResultSet row, int index) throws SQLException {
        return new BoundEntry(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                json.read(row.getString("authors"), NAMES),
                row.getString("track"),
                row.getObject("file", UUID.class),
                row.getInt("pages"),
                row.getInt("place"),
                row.getInt("from_first") == 1,
                row.getInt("from_last") == 1,
                row.getInt("first_page"));
    }
}
