package org.plenary.registration.delegate;

/** What delegates may do by their fees, as SQL over {@code d} (delegate). A fee that says nothing gives every right. */
final class Rights {
    /** As a JSON list, in the order in which fees name them. */
    static final String JSON = """
            (SELECT CAST(CASE jsonb_typeof(f.definition -> 'rights') WHEN 'array' THEN f.definition -> 'rights'
                 ELSE '["vote", "speak", "attend"]' END AS text)
             FROM fee f WHERE f.conference_id = d.conference_id AND f.key = d.fee_key)""";

    static final String ARRAY = "ARRAY(SELECT jsonb_array_elements_text(CAST(" + JSON + " AS jsonb)))";

    private Rights() {}
}
