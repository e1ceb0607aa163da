package org.plenary.communication.account;

import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.identity.AddressCodeAsked;
import org.plenary.identity.AddressCodes;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Mails the code by which somebody shows that an address is theirs. */
@Component
class AddressCodeMail {
    private final AddressCodes codes;
    private final Mails mails;

    AddressCodeMail(AddressCodes codes, Mails mails) {
        this.codes = codes;
        this.mails = mails;
    }

    @OutboundListener(id = "communication.mail-address-code")
    void on(AddressCodeAsked event) {
        codes.letter(event.code())
                .ifPresent(letter -> mails.send(new Mails.Mail(
                        "address-code:" + event.code(),
                        letter.to(),
                        "mail/communication/address-code",
                        letter.locale(),
                        List.of(letter.code()),
                        Map.of("name", letter.name(), "code", letter.code()),
                        List.of())));
    }
}
