package org.plenary.papers.cameraready;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings of final versions go with their conference; there are no papers in a draft that goes. */
@Component
class DraftCameraReady implements DraftContent {
    private static final List<String> TABLES = List.of("camera_ready_plan", "copyright_form");

    private final JdbcClient jdbc;

    DraftCameraReady(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void delete(UUID conference) {
        for (var table : TABLES)
            jdbc.sql("delete from " + table + " where conference = ?")
                    .param(conference)
                    .update();
    }
}
