package org.plenary.embedded;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** An SMTP server inside this process that takes mail for anyone from anyone and sends none on. */
record MailServer(GreenMail greenMail, Service service) implements RunningService {

    static MailServer start(DataFolder folder) {
        var timer = Timer.started();
        int port = folder.port(Kind.MAIL.key());
        var greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        greenMail.start();
        return new MailServer(
                greenMail,
                new Service(
                        Kind.MAIL,
                        Kind.MAIL.displayName(),
                        "smtp://127.0.0.1:" + port,
                        null,
                        null,
                        null,
                        ProcessHandle.current().pid(),
                        timer.elapsed()));
    }

    Inbox inbox() {
        return new Inbox(greenMail);
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
