package org.plenary.lodging.hotel;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A hotel or an operator that was told of it is no mere setting any more. */
@Component
class DraftLodging implements DraftContent {
    private static final List<String> SETTINGS = List.of(
            "block_release", "pickup_day", "pickup_setting", "room_pool_hotel", "lodging_sheet", "hotel", "tour");

    private final JdbcClient jdbc;

    DraftLodging(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return jdbc.sql("""
                        select exists (select from room_booking where conference_id = :conference)
                            or exists (select from tour_booking where conference_id = :conference)
                            or exists (select from room_seeker where conference_id = :conference)
                            or exists (select from hotel join hotel_contact on hotel_contact.hotel_id = hotel.id
                                where conference_id = :conference)
                            or exists (select from hotel join hotel_file on hotel_file.hotel_id = hotel.id
                                where conference_id = :conference)
                            or exists (select from hotel join number_import on number_import.hotel_id = hotel.id
                                where conference_id = :conference)
                            or exists (select from tour join tour_list on tour_list.tour_id = tour.id
                                where conference_id = :conference)""")
                .param("conference", conference)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void delete(UUID conference) {
        for (var table : SETTINGS)
            jdbc.sql("delete from " + table + " where conference_id = ?")
                    .param(conference)
                    .update();
    }
}
