package org.plenary.files.local;

import java.util.Map;
import java.util.OptionalLong;
import org.plenary.kernel.ByteCount;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Entitlements;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.QuotaCount;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many bytes of files the organization may keep. Far below the limit files come in side by side; near it one after the
 * other, so that two do not both take the last room.
 */
@Component
class StorageQuota implements QuotaCount {
    private static final double NEAR = 0.8;

    private final ObjectProvider<Entitlements> entitlements;
    private final JdbcClient jdbc;

    StorageQuota(ObjectProvider<Entitlements> entitlements, JdbcClient jdbc) {
        this.entitlements = entitlements;
        this.jdbc = jdbc;
    }

    @Override
    public Quota quota() {
        return Quota.STORAGE;
    }

    @Override
    public long now() {
        return jdbc.sql("select coalesce(sum(size), 0) from stored_file")
                .query(Long.class)
                .single();
    }

    /**
     * In the transaction that keeps the file.
     *
     * @throws Problem.InvalidInput {@code storage_full}
     */
    void requireRoomFor(long bytes, String pointer) {
        var limit = limit();
        if (limit.isEmpty() || now() + bytes <= limit.getAsLong() * NEAR) return;
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' storage', 0))")
                .query((row, number) -> true)
                .single();
        if (now() + bytes > limit.getAsLong()) throw full(pointer, limit.getAsLong());
    }

    private OptionalLong limit() {
        var known = entitlements.getIfAvailable();
        return known == null ? OptionalLong.empty() : known.limit(Tenancy.require(), quota());
    }

    private static Problem full(String pointer, long limit) {
        return new Problem.InvalidInput(
                pointer,
                "storage_full",
                "The file was not kept: it does not fit into the " + limit
                        + " bytes that the organization's plan allows for files. Its owner can choose a larger plan.",
                Map.of("limit", new ByteCount(limit)));
    }
}
