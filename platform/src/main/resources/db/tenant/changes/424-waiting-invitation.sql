--liquibase formatted sql

--changeset plenary:424-waiting-invitation
UPDATE waiting_entry e SET version = e.version + 1, wishes = (
    SELECT jsonb_agg(CASE WHEN wish -> 'cart' ->> 'invitation' IS NULL THEN wish
        ELSE jsonb_set(wish, '{cart}', (wish -> 'cart') - 'invitation')
            || jsonb_strip_nulls(jsonb_build_object('invitation', (
                SELECT i.id FROM invitation i WHERE i.conference_id = e.conference_id AND i.token_hashes
                    @> ARRAY[encode(sha256(convert_to(wish -> 'cart' ->> 'invitation', 'UTF8')), 'hex')] LIMIT 1)))
        END ORDER BY n)
    FROM jsonb_array_elements(e.wishes) WITH ORDINALITY AS w (wish, n))
WHERE EXISTS (SELECT FROM jsonb_array_elements(e.wishes) AS w (wish) WHERE wish -> 'cart' ->> 'invitation' IS NOT NULL);
