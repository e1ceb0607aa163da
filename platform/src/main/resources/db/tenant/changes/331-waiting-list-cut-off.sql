--liquibase formatted sql

--changeset plenary:331-waiting-list-cut-off
UPDATE waiting_list SET ends_on = NULL, version = waiting_list.version + 1
FROM conference
WHERE conference.id = waiting_list.conference_id AND waiting_list.ends_on IS NOT NULL
  AND jsonb_typeof(conference.details -> 'cut_off') = 'object'
  AND NOT coalesce((conference.details -> 'cut_off' ->> 'decoupled')::boolean, false);
