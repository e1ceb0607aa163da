package org.plenary.admin.signup;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.tenancy.TenantId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sign-ups in the database. */
@Component
public class Signups {
    private static final String ABANDONED = "status = 'FAILED' and tenant_id is not null and verified_at < ?";
    private static final String STUCK =
            " where tenant_id is not null and (status = 'FAILED' or status = 'PROVISIONING' and failures > 0)";

    private final JdbcClient jdbc;
    private final SignupSettings settings;
    private final Clock clock;

    Signups(JdbcClient jdbc, SignupSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    public Optional<Signup> find(UUID id) {
        return jdbc.sql(SignupRow.SELECT + " where id = ?")
                .param(id)
                .query(SignupRow::map)
                .optional();
    }

    /** Found and held until the transaction ends. */
    Optional<Signup> lock(UUID id) {
        return jdbc.sql(SignupRow.SELECT + " where id = ? for update")
                .param(id)
                .query(SignupRow::map)
                .optional();
    }

    public Optional<Signup> ofTenant(TenantId tenant) {
        return jdbc.sql(SignupRow.SELECT + " where tenant_id = ?")
                .param(tenant.value())
                .query(SignupRow::map)
                .optional();
    }

    /** For a tenant that is being erased, in the caller's transaction. */
    public void forget(TenantId tenant) {
        jdbc.sql("delete from control.signup where tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    /** Those that got no tenant ready although the address was verified, the newest first. */
    public List<Signup> stuck(int limit) {
        return jdbc.sql(SignupRow.SELECT + STUCK + " order by created_at desc limit ?")
                .param(limit)
                .query(SignupRow::map)
                .list();
    }

    public long countStuck() {
        return jdbc.sql("select count(*) from control.signup" + STUCK)
                .query(Long.class)
                .single();
    }

    /** @throws DuplicateKeyException when the slug is held by another open sign-up */
    void insert(Signup signup) {
        SignupRow.insert(jdbc, signup);
    }

    boolean isReserved(String slug) {
        return jdbc.sql("""
                        select exists (select 1 from control.signup
                            where slug = ? and (status = 'PROVISIONING' or status = 'VERIFYING_EMAIL' and expires_at > ?))""").params(slug, now()).query(Boolean.class).single();
    }

    /** Frees the slugs of sign-ups that nobody went on with. */
    int expire() {
        return jdbc.sql("""
                        update control.signup set status = 'FAILED', problem = 'expired', password_hash = null
                        where status = 'VERIFYING_EMAIL' and expires_at <= ?""").param(now()).update();
    }

    /** Forgets whose sign-ups they were once nobody needs to know any more; a tenant that is not ready is not lost sight of. */
    int forgetOlderThan(Duration age) {
        return jdbc.sql("""
                        delete from control.signup
                        where created_at < ? and (status = 'READY' or status = 'FAILED' and tenant_id is null)""").param(Timestamp.from(clock.instant().minus(age))).update();
    }

    /** Those whose tenant could not be made, and that nobody had tried again for as long as sign-ups are remembered. */
    public List<UUID> abandoned() {
        return jdbc.sql("select id from control.signup where " + ABANDONED + " order by created_at limit 100")
                .param(Timestamp.from(clock.instant().minus(settings.remembered())))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Takes one of {@link #abandoned} out of the table, in the caller's transaction; empty when it is none any more. */
    public Optional<Signup> takeAbandoned(UUID id) {
        var abandoned = jdbc.sql(SignupRow.SELECT + " where id = ? and " + ABANDONED + " for update")
                .params(id, Timestamp.from(clock.instant().minus(settings.remembered())))
                .query(SignupRow::map)
                .optional();
        abandoned.ifPresent(signup -> jdbc.sql("delete from control.signup where id = ?")
                .param(signup.id())
                .update());
        return abandoned;
    }

    void codeSent(UUID id) {
        jdbc.sql("update control.signup set codes_sent = codes_sent + 1 where id = ?")
                .param(id)
                .update();
    }

    void wrongCode(UUID id) {
        jdbc.sql("update control.signup set wrong_codes = wrong_codes + 1 where id = ?")
                .param(id)
                .update();
    }

    void verified(UUID id, TenantId tenant) {
        jdbc.sql("""
                        update control.signup
                        set status = 'PROVISIONING', step = 'VERIFIED', verified_at = ?, tenant_id = ? where id = ?""").params(now(), tenant.value(), id).update();
    }

    void failed(UUID id, String problem) {
        jdbc.sql("update control.signup set status = 'FAILED', problem = ?, password_hash = null where id = ?")
                .params(problem, id)
                .update();
    }

    public void reached(UUID id, SignupStep step) {
        jdbc.sql("update control.signup set step = ? where id = ?")
                .params(step.name(), id)
                .update();
    }

    public void owned(UUID id, UUID account) {
        jdbc.sql("update control.signup set step = 'OWNER', account_id = ? where id = ?")
                .params(account, id)
                .update();
    }

    public void ready(UUID id) {
        jdbc.sql("""
                        update control.signup
                        set status = 'READY', step = 'READY', problem = null, password_hash = null, ready_at = ?
                        where id = ? and status <> 'READY'""").params(now(), id).update();
    }

    /** Provisioning failed; the password's hash is kept, for the operator can have it tried again. */
    public void stumbled(UUID id, boolean forGood) {
        jdbc.sql("""
                        update control.signup set problem = 'provisioning_failed', failures = failures + 1,
                               status = case when ? then 'FAILED' else status end
                        where id = ? and status <> 'READY'""").params(forGood, id).update();
    }

    /** False when it had not failed. */
    public boolean resumed(UUID id) {
        return jdbc.sql("""
                        update control.signup set status = 'PROVISIONING', problem = null, failures = 0
                        where id = ? and tenant_id is not null and status = 'FAILED'""").param(id).update() == 1;
    }

    /** False when somebody entered before. */
    boolean entered(UUID id) {
        return jdbc.sql("update control.signup set entered_at = ? where id = ? and entered_at is null")
                        .params(now(), id)
                        .update()
                == 1;
    }

    /** False when a client was issued before. */
    boolean clientIssued(UUID id) {
        return jdbc.sql("update control.signup set client_issued_at = ? where id = ? and client_issued_at is null")
                        .params(now(), id)
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
