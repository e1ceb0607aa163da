package org.plenary.registration.privacy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.tenancy.OutboundListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Tells people what was decided, and forgets those who are to be forgotten once they were told: afterwards there is no address. */
@Component
class ErasureMails {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureMails.class);

    /** Somebody whose mail does not arrive is not remembered for it any longer. */
    static final Duration LONGEST_TRYING = Duration.ofDays(1);

    private static final int AT_ONCE = 100;

    private final Erasures erasures;
    private final Subjects subjects;
    private final Forgetting forgetting;
    private final Post post;
    private final Clock clock;

    ErasureMails(Erasures erasures, Subjects subjects, Forgetting forgetting, Post post, Clock clock) {
        this.erasures = erasures;
        this.subjects = subjects;
        this.forgetting = forgetting;
        this.post = post;
        this.clock = clock;
    }

    @OutboundListener(id = "registration.erasure-decided")
    public void on(ErasureDecided decided) {
        var erasure = erasures.find(decided.conference(), decided.erasure()).orElseThrow();
        if (erasure.isRefused()) post.send("erasure-refused", erasure, subjects.of(erasure.order()));
        if (!erasure.isApproved()) return;
        post.send("erased", erasure, subjects.of(erasure.order()));
        forgetting.forget(erasure);
    }

    /** The safety net: those whose mail could not be sent for a day. */
    public void eraseLate() {
        erasures.late(clock.instant().minus(LONGEST_TRYING), AT_ONCE).forEach(erasure -> {
            LOG.atWarn().addKeyValue("erasure", erasure.id()).log("somebody is forgotten without a mail");
            forgetting.forget(erasure);
        });
    }

    /** Writes the mails. */
    @Component
    record Post(Mails mails, ConferenceApi conferences) {
        /** @throws MailException when the mail server cannot be reached */
        void send(String name, Erasure erasure, Subject subject) {
            var conference = conferences.byId(erasure.conference()).name().in(subject.locale());
            mails.send(new Mails.Mail(
                    name + ":" + erasure.id(),
                    subject.email(),
                    "mail/registration/" + name,
                    subject.locale(),
                    List.of(subject.code(), conference),
                    Map.of(
                            "name",
                            subject.name(),
                            "code",
                            subject.code(),
                            "conference",
                            conference,
                            "reason",
                            erasure.reason()),
                    List.of()));
        }
    }
}
