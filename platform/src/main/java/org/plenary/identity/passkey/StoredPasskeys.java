package org.plenary.identity.passkey;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The public halves of people's passkeys. */
@Component
public class StoredPasskeys implements UserCredentialRepository {
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredPasskeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param name what its owner calls it */
    public record Passkey(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant usedAt) {}

    public List<Passkey> of(UUID account) {
        return jdbc.sql("""
                        select id, name, created_at, used_at from control.passkey
                        where account_id = ? order by id limit ?""")
                .params(account, MOST)
                .query((row, number) -> {
                    var used = row.getTimestamp("used_at");
                    return new Passkey(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getTimestamp("created_at").toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    Optional<Passkey> of(UUID account, UUID id) {
        return of(account).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    boolean remove(UUID account, UUID id) {
        return jdbc.sql("delete from control.passkey where id = ? and account_id = ?")
                        .params(id, account)
                        .update()
                == 1;
    }

    /** A new one, or one that was used. */
    @Override
    public void save(CredentialRecord record) {
        var used = jdbc.sql("""
                        update control.passkey set signature_count = ?, backed_up = ?, used_at = ?
                        where credential_id = ?""")
                .params(
                        record.getSignatureCount(),
                        record.isBackupState(),
                        now(),
                        record.getCredentialId().toBase64UrlString())
                .update();
        if (used == 0) insert(record);
    }

    private void insert(CredentialRecord record) {
        jdbc.sql("""
                        insert into control.passkey
                            (id, account_id, credential_id, name, public_key, attestation, client_data, signature_count,
                             user_verified, backup_eligible, backed_up, transports, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        account(record.getUserEntityUserId()),
                        record.getCredentialId().toBase64UrlString(),
                        record.getLabel(),
                        record.getPublicKey().getBytes(),
                        Objects.requireNonNull(record.getAttestationObject()).getBytes(),
                        Objects.requireNonNull(record.getAttestationClientDataJSON())
                                .getBytes(),
                        record.getSignatureCount(),
                        record.isUvInitialized(),
                        record.isBackupEligible(),
                        record.isBackupState(),
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(" ")),
                        now())
                .update();
    }

    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("passkeys are removed by their owners");
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql("select * from control.passkey where credential_id = ?")
                .param(credential.toBase64UrlString())
                .query(StoredPasskeys::record)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return jdbc.sql("select * from control.passkey where account_id = ? order by id limit ?")
                .params(account(owner), MOST)
                .query(StoredPasskeys::record)
                .list();
    }

    private static CredentialRecord record(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("credential_id")))
                .userEntityUserId(owner(row.getObject("account_id", UUID.class)))
                .label(row.getString("name"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(Arrays.stream(row.getString("transports").split(" "))
                        .filter(each -> !each.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .created(row.getTimestamp("created_at").toInstant())
                .build();
    }

    /** How the account is called where passkeys are kept: by its id, which says nothing about the person. */
    static Bytes owner(UUID account) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes owner) {
        var bytes = ByteBuffer.wrap(owner.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
