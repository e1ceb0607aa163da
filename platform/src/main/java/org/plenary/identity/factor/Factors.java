package org.plenary.identity.factor;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AccountNotice.What;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.session.Proof;
import org.plenary.identity.session.StoredSignIns;
import org.plenary.identity.session.ToldOwners;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which second factors an account has, and what follows from a change of them: it is recorded, the owner is told, and whoever
 * is signed in with less than is asked for now is so no more. All in the caller's transaction.
 */
@Component
public class Factors {
    private final JdbcClient jdbc;
    private final StoredSignIns signIns;
    private final ToldOwners notices;
    private final AuditTrail audit;

    Factors(JdbcClient jdbc, StoredSignIns signIns, ToldOwners notices, AuditTrail audit) {
        this.jdbc = jdbc;
        this.signIns = signIns;
        this.notices = notices;
        this.audit = audit;
    }

    /** @param recoveryCodes how many are left */
    public record Standing(boolean app, int passkeys, int recoveryCodes) {
        /** Whether more than the password is asked for. */
        public boolean isSetUp() {
            return app || passkeys > 0;
        }
    }

    public Standing of(UUID account) {
        return jdbc.sql("""
                        select exists (select 1 from control.code_app
                                       where account_id = :account and confirmed_at is not null) as app,
                            (select count(*) from control.passkey where account_id = :account) as passkeys,
                            (select count(*) from control.recovery_code
                             where account_id = :account and used_at is null) as recovery""")
                .param("account", account)
                .query((row, number) ->
                        new Standing(row.getBoolean("app"), row.getInt("passkeys"), row.getInt("recovery")))
                .single();
    }

    void codesSetUp(UUID account, UUID signIn) {
        strengthen(account, signIn, Proof.PASSWORD_AND_CODE);
        audit.record("account.codes-set-up", account.toString(), Map.of());
        notices.tell(account, What.CODES_SET_UP, signIn);
    }

    void codesRemoved(UUID account) {
        weaken(account);
        audit.record("account.codes-removed", account.toString(), Map.of());
        notices.tell(account, What.CODES_REMOVED, null);
    }

    void recoveryMade(UUID account) {
        audit.record("account.recovery-codes-made", account.toString(), Map.of());
        notices.tell(account, What.RECOVERY_CODES_MADE, null);
    }

    void recovered(UUID account) {
        audit.record("account.recovery-code-used", account.toString(), Map.of());
        notices.tell(account, What.RECOVERY_CODE_USED, null);
    }

    public void passkeyAdded(UUID account, UUID signIn) {
        strengthen(account, signIn, Proof.PASSKEY);
        audit.record("account.passkey-added", account.toString(), Map.of());
        notices.tell(account, What.PASSKEY_ADDED, signIn);
    }

    public void passkeyRemoved(UUID account, @Nullable UUID signIn) {
        if (!of(account).isSetUp()) {
            jdbc.sql("delete from control.recovery_code where account_id = ?")
                    .param(account)
                    .update();
            weaken(account);
        }
        audit.record("account.passkey-removed", account.toString(), Map.of());
        notices.tell(account, What.PASSKEY_REMOVED, signIn);
    }

    /** What somebody else added while the account was in their hands. */
    public void takeAwaySince(UUID account, Instant since) {
        var from = Timestamp.from(since);
        jdbc.sql("delete from control.code_app where account_id = ? and begun_at >= ?")
                .params(account, from)
                .update();
        jdbc.sql("delete from control.passkey where account_id = ? and created_at >= ?")
                .params(account, from)
                .update();
        jdbc.sql("delete from control.external_identity where account_id = ? and linked_at >= ?")
                .params(account, from)
                .update();
        if (of(account).isSetUp()) return;
        jdbc.sql("delete from control.recovery_code where account_id = ?")
                .param(account)
                .update();
    }

    /** Who set up a factor has shown it too; whoever signed in without one has to show it. */
    private void strengthen(UUID account, UUID signIn, Proof proof) {
        signIns.endWeak(account, signIn);
        signIns.change(signIn, proof);
    }

    /** Without a second factor nobody is taken to have shown one. */
    private void weaken(UUID account) {
        if (of(account).isSetUp()) return;
        signIns.weaken(account);
    }
}
