package org.plenary.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is signed in where. A sign-in that is not here has ended, and with it every session that came of it. */
@Component
public class StoredSignIns {
    /** Sessions end by themselves after eight hours; what has not been seen for longer has none. */
    private static final Duration KEPT = Duration.ofHours(9);

    /** How exactly it is known when somebody was last seen: a write in each request would be too dear. */
    private static final Duration SEEN_WITHIN = Duration.ofMinutes(5);

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param network the address, or the network, from which it was made */
    public record SignIn(UUID id, Proof proof, Device device, String network, Instant startedAt, Instant seenAt) {}

    SignedIn begin(UUID account, Proof proof, @Nullable Via via, Device device, String network) {
        var now = clock.instant();
        jdbc.sql("delete from control.sign_in where seen_at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
        var id = Ids.next();
        jdbc.sql("""
                        insert into control.sign_in
                            (id, account_id, proof, via, provider_id, only_tenant_id, browser, system, network,
                             started_at, seen_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, account, proof.stored())
                .param(via == null ? null : via.kind())
                .param(via == null ? null : via.provider())
                .param(via == null ? null : via.only())
                .param(device.browser())
                .param(device.system())
                .params(network, Timestamp.from(now), Timestamp.from(now))
                .update();
        return new SignedIn(account, id, proof, via == null ? null : via.only());
    }

    /** Whether this sign-in has ended; whoever asks has just been seen. */
    public boolean hasEnded(UUID account, UUID id) {
        var now = clock.instant();
        var seen = jdbc.sql("select seen_at from control.sign_in where id = ? and account_id = ?")
                .params(id, account)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
        if (seen.isEmpty()) return true;
        if (seen.get().isBefore(now.minus(SEEN_WITHIN)))
            jdbc.sql("update control.sign_in set seen_at = ? where id = ?")
                    .params(Timestamp.from(now), id)
                    .update();
        return false;
    }

    public Optional<Proof> proof(UUID id) {
        return jdbc.sql("select proof, via from control.sign_in where id = ?")
                .param(id)
                .query((row, number) -> proof(row))
                .optional();
    }

    /** Which of an organization's providers it came by; none when it was a password or passkey of ours. */
    public Optional<UUID> provider(UUID id) {
        return jdbc.sql("select provider_id from control.sign_in where id = ? and provider_id is not null")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    private static Proof proof(ResultSet row) throws SQLException {
        return Proof.ofStored(row.getString("proof"), row.getString("via"));
    }

    public Optional<SignIn> byId(UUID id) {
        return jdbc.sql("select * from control.sign_in where id = ?")
                .param(id)
                .query(StoredSignIns::signIn)
                .optional();
    }

    /** Those of an account, the one seen last first. */
    public List<SignIn> of(UUID account) {
        return jdbc.sql("""
                        select * from control.sign_in where account_id = ? and seen_at >= ?
                        order by seen_at desc, id desc limit ?""")
                .params(account, Timestamp.from(clock.instant().minus(KEPT)), MOST)
                .query(StoredSignIns::signIn)
                .list();
    }

    private static SignIn signIn(ResultSet row, int number) throws SQLException {
        return new SignIn(
                row.getObject("id", UUID.class),
                proof(row),
                new Device(row.getString("browser"), row.getString("system")),
                row.getString("network"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("seen_at").toInstant());
    }

    /** @return whether there was such a sign-in of this account */
    public boolean end(UUID account, UUID id) {
        return jdbc.sql("delete from control.sign_in where id = ? and account_id = ?")
                        .params(id, account)
                        .update()
                == 1;
    }

    /** @param kept the sign-in that goes on; without one, all end */
    public int endOthers(UUID account, @Nullable UUID kept) {
        return jdbc.sql("delete from control.sign_in where account_id = ? and id is distinct from cast(? as uuid)")
                .param(account)
                .param(kept)
                .update();
    }

    /** The person has shown that this provider knows them too. */
    public void cameBy(UUID id, UUID provider) {
        jdbc.sql("update control.sign_in set provider_id = ? where id = ?")
                .params(provider, id)
                .update();
    }

    /** Those that came by this provider: its word counts no more. */
    public void endOf(UUID provider) {
        jdbc.sql("delete from control.sign_in where provider_id = ?")
                .param(provider)
                .update();
    }

    /** The same person has shown more. */
    public void change(UUID id, Proof proof) {
        jdbc.sql("update control.sign_in set proof = ? where id = ?")
                .params(proof.stored(), id)
                .update();
    }

    /** Whoever has shown no more than one thing, but for this sign-in. */
    public void endWeak(UUID account, UUID kept) {
        jdbc.sql("delete from control.sign_in where account_id = ? and id <> ? and proof = ?")
                .params(account, kept, Proof.PASSWORD.stored())
                .update();
    }

    /** Nobody is taken to have shown more than one thing. */
    public void weaken(UUID account) {
        jdbc.sql("update control.sign_in set proof = ? where account_id = ?")
                .params(Proof.PASSWORD.stored(), account)
                .update();
    }
}
