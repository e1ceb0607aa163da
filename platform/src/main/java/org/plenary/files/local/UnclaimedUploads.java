package org.plenary.files.local;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what was uploaded ahead of a request that never came. */
@Component
class UnclaimedUploads {
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final LocalFileStore files;
    private final Clock clock;

    UnclaimedUploads(JdbcClient jdbc, LocalFileStore files, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.clock = clock;
    }

    /** Sweeps the bound tenant; what is more than one batch waits for the next run. */
    @Transactional
    public void sweep() {
        jdbc.sql("""
                        select id from stored_file
                        where token_expires_at < :now and redeemed_at is null
                        order by token_expires_at limit :limit for update skip locked""")
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", AT_ONCE)
                .query(UUID.class)
                .list()
                .forEach(files::delete);
    }
}
