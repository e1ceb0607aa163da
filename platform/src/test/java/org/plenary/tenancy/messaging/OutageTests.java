package org.plenary.tenancy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Problem;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class OutageTests {
    @Test
    void whatCannotBeReachedIsAnOutage() {
        assertThat(Outage.isCauseOf(new MailSendException("no server", new ConnectException("refused"))))
                .isTrue();
        assertThat(Outage.isCauseOf(new IOException(new SocketTimeoutException())))
                .isTrue();
        assertThat(Outage.isCauseOf(new IllegalStateException(new SQLTransientConnectionException())))
                .isTrue();
        assertThat(Outage.isCauseOf(new SQLException("terminating connection", "57P01")))
                .isTrue();
        assertThat(Outage.isCauseOf(new Problem.Unavailable("search_unavailable", "starting")))
                .isTrue();
    }

    @Test
    void whatIsRefusedIsNone() {
        assertThat(Outage.isCauseOf(new MailAuthenticationException("wrong password")))
                .isFalse();
        assertThat(Outage.isCauseOf(new Problem.Conflict("over_refund", "No more.")))
                .isFalse();
        assertThat(Outage.isCauseOf(new SQLException("unique", "23505"))).isFalse();
        assertThat(Outage.isCauseOf(new IllegalArgumentException(new IllegalStateException())))
                .isFalse();
    }
}
