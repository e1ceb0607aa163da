package org.plenary.communication.account;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.identity.AccountNotice;
import org.plenary.identity.AccountNotices;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Tells people by mail what was done to their accounts, so that it cannot be done behind their backs. */
@Component
class AccountMail {
    private final AccountNotices notices;
    private final Mails mails;

    AccountMail(AccountNotices notices, Mails mails) {
        this.notices = notices;
        this.mails = mails;
    }

    @OutboundListener(id = "communication.mail-account-notice")
    void on(AccountNotice notice) {
        notices.read(notice)
                .ifPresent(told -> mails.send(new Mails.Mail(
                        "account-notice:" + notice.id(),
                        told.email(),
                        notice.what() == AccountNotice.What.NEW_DEVICE
                                ? "mail/communication/new-device"
                                : "mail/communication/account-changed",
                        told.locale(),
                        List.of(),
                        model(notice, told),
                        List.of())));
    }

    private static Map<String, Object> model(AccountNotice notice, AccountNotices.Told told) {
        var model = new HashMap<String, Object>();
        model.put("name", told.name());
        model.put("what", notice.what().code());
        model.put("at", told.at());
        model.put("zone", ZoneOffset.UTC);
        model.put("account", told.account());
        put(model, "browser", told.browser());
        put(model, "system", told.system());
        put(model, "network", told.network());
        return model;
    }

    private static void put(Map<String, Object> model, String name, @Nullable String value) {
        if (value != null) model.put(name, value);
    }
}
