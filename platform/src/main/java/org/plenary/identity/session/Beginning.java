package org.plenary.identity.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AccountNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that somebody signed in, and tells the owner when the browser is a new one. */
@Component
class Beginning {
    private static final Logger log = LoggerFactory.getLogger(Beginning.class);

    private final StoredSignIns signIns;
    private final KnownDevices devices;
    private final ToldOwners notices;

    Beginning(StoredSignIns signIns, KnownDevices devices, ToldOwners notices) {
        this.signIns = signIns;
        this.devices = devices;
        this.notices = notices;
    }

    /** @param former what the same browser was signed in with until now */
    @Transactional
    public SignedIn begin(
            UUID account,
            Proof proof,
            @Nullable Via via,
            Device device,
            String network,
            String mark,
            @Nullable SignedIn former) {
        if (former != null) signIns.end(former.account(), former.id());
        var signedIn = signIns.begin(account, proof, via, device, network);
        if (devices.remember(account, mark)) notices.tell(account, AccountNotice.What.NEW_DEVICE, signedIn.id());
        log.info("signed in account={} proof={}", account, proof);
        return signedIn;
    }
}
