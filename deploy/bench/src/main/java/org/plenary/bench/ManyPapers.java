package org.plenary.bench;

/**
 * A thousand accepted papers in the demonstration conference: those of CoRL, and mixtures of two of them each, so that words are
 * about as rare and as common as in real ones.
 */
final class ManyPapers {
    static final int COUNT = 1_000;

    private ManyPapers() {}

    static DemoConference in(Platform platform, Organizer organizer) throws Exception {
        var conference = DemoConference.in(platform, organizer);
        organizer
                .database()
                .execute("set search_path to " + organizer.schema() + "; "
                        + """
                with real as (
                    select p.*, row_number() over (order by p.number) - 1 as place, count(*) over () as there
                    from paper p join conference c on c.id = p.conference where c.slug = '%s'),
                mixed as (
                    select a.*, row_number() over (order by k, a.place) as next,
                        concat_ws(' ', array_to_string((string_to_array(a.title, ' '))[1:4], ' '),
                            array_to_string((string_to_array(b.title, ' '))[4:], ' ')) as mixed_title,
                        left(a.summary, 700) || ' ' || right(b.summary, 400) as mixed_summary, b.authors as other_authors
                    from generate_series(1, 10) k cross join real a join real b on b.place = (a.place + k * 37) %% a.there
                    where b.place <> a.place)
                insert into paper (id, conference, number, title, summary, keywords, track, status, authors, locale, submitted_at,
                    announced, announced_at)
                select gen_random_uuid(), conference, 100000 + next, mixed_title, mixed_summary, keywords, track, status,
                    other_authors, locale, submitted_at, announced, announced_at
                from mixed where next <= %d - there and %d > there; analyze paper""".formatted(conference.slug(), COUNT, COUNT));
        return conference;
    }
}
