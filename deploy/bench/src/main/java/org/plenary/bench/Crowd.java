package org.plenary.bench;

import java.util.Locale;

/**
 * A conference with many delegates. They are copies of the rows that orders leave, for writing is measured elsewhere.
 *
 * @param slug of four letters
 */
record Crowd(String slug, int delegates) {
    private static final int FEES = 5;

    /** Of a delegate, and of the order with that delegate alone. */
    String ticket(int number) {
        return slug.toUpperCase(Locale.ROOT) + "%08d".formatted(number);
    }

    /** Every tenth delegate has cancelled. @return the place of one of the others, by their own count */
    static int confirmed(int number) {
        return number / 9 * 10 + number % 9;
    }

    String path() {
        return "/api/v1/conferences/" + slug;
    }

    Crowd open(Organizer organizer) throws Exception {
        new Sale(slug, FEES, 0, true).open(organizer);
        organizer.send(200, organizer.signed("PUT", path() + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "name", "type": "text", "label": "Name", "required": true},
                  {"key": "affiliation", "type": "text", "label": "Affiliation", "required": true},
                  {"key": "diet", "type": "choice", "label": "Diet", "required": true, "options": [
                    {"key": "none", "label": "None"}, {"key": "vegetarian", "label": "Vegetarian"},
                    {"key": "vegan", "label": "Vegan"}]}]}]}"""));
        organizer
                .database()
                .execute("set search_path to " + organizer.schema() + "; " + """
                with named as (
                    select n, gen_random_uuid() as order_id, c.id as conference_id,
                        (array['Ada', 'Marie', 'Chen', 'Lise', 'Emmy', 'Rosalind', 'Wu'])[1 + n %% 7] || ' '
                            || (array['Lovelace', 'Curie', 'Jing', 'Meitner', 'Noether'])[1 + n / 7 %% 5] || ' ' || n as name,
                        (array['GB', 'DE', 'CN', 'FR'])[1 + n %% 4] as country,
                        case when n %% 10 = 9 then 'cancelled' else 'confirmed' end as status,
                        upper(c.slug) || lpad(n::text, 8, '0') as code
                    from conference c, generate_series(0, %2$d - 1) n where c.slug = '%1$s'),
                ordered as (
                    insert into orders (id, conference_id, code, secret_hashes, status, contact_name, contact_email,
                        contact_country, locale, currency, total_minor, created_at, expires_at, confirmed_at)
                    select order_id, conference_id, code, array['-'], status, name, 'delegate' || n || '@example.org',
                        country, 'en', 'EUR', 0, now() - n * interval '1 minute', now(), now()
                    from named)
                insert into delegate (id, order_id, conference_id, position, fee_key, form_version, name, email, country,
                    answers, status, ticket_code)
                select gen_random_uuid(), order_id, conference_id, 0, 'fee00' || n %% %3$d,
                    (select max(version) from registration_form f where f.conference_id = named.conference_id),
                    name, 'delegate' || n || '@example.org', country,
                    jsonb_build_object('name', name, 'affiliation', 'University of ' || name,
                        'diet', (array['none', 'vegetarian', 'vegan'])[1 + n / 3 %% 3]),
                    status, code
                from named; analyze""".formatted(slug, delegates, FEES));
        return this;
    }
}
