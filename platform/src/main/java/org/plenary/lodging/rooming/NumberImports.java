package org.plenary.lodging.rooming;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.TableFile;
import org.plenary.lodging.rooming.HotelNumbers.Given;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The files with numbers that hotels sent: kept until they are taken, then what was taken of them until the mails are out. */
@Component
class NumberImports {
    private static final TypeReference<List<Given>> GIVEN = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    NumberImports(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public UUID keep(UUID hotel, TableFile file) {
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO number_import (id, hotel_id, content, made_at)
                VALUES (:id, :hotel, CAST(:content AS jsonb), :now)""")
                .param("id", id)
                .param("hotel", hotel)
                .param("content", json.write(file))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Empty when it was taken, or has been lying about for a week. */
    @Transactional(readOnly = true)
    public Optional<TableFile> file(UUID hotel, UUID id) {
        return jdbc.sql(
                        "SELECT content FROM number_import WHERE id = :id AND hotel_id = :hotel AND content IS NOT NULL")
                .param("id", id)
                .param("hotel", hotel)
                .query((row, n) -> json.read(row.getString(1), TableFile.class))
                .optional();
    }

    /** @return false when somebody has taken it already */
    boolean close(UUID id, List<Given> taken) {
        return jdbc.sql("""
                UPDATE number_import SET content = NULL, taken = CAST(:taken AS jsonb)
                WHERE id = :id AND content IS NOT NULL""").param("taken", json.write(taken)).param("id", id).update() == 1;
    }

    List<Given> taken(UUID id) {
        return jdbc.sql("SELECT taken FROM number_import WHERE id = :id AND taken IS NOT NULL")
                .param("id", id)
                .query((row, n) -> json.read(row.getString(1), GIVEN))
                .optional()
                .orElse(List.of());
    }

    @Transactional
    public void forgetBefore(Instant moment) {
        jdbc.sql("DELETE FROM number_import WHERE made_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }
}
