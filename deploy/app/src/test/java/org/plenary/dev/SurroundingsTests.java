package org.plenary.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenary.embedded.Kind;
import org.plenary.embedded.Service;

class SurroundingsTests {
    private static final Map<String, String> ALL = Map.of(
            "PLENARY_DATABASE_URL", "jdbc:postgresql://db:5432/plenary",
            "PLENARY_REDIS_URL", "redis://redis:6379",
            "PLENARY_SEARCH_URL", "http://elasticsearch:9200",
            "PLENARY_SMTP_URL", "smtp://mail:587",
            "PLENARY_STRIPE_SECRET_KEY", "sk_test_given");

    @TempDir
    private Path data;

    @Test
    void whatIsGivenByItsAddressIsNotStartedAndNotOverridden() {
        try (var surroundings = Surroundings.start(data, false, 8080, ALL)) {
            assertThat(surroundings.services().services()).isEmpty();
            assertThat(surroundings.properties())
                    .doesNotContainKeys(
                            "plenary.database.url",
                            "plenary.database.user",
                            "plenary.redis.url",
                            "plenary.search.url",
                            "plenary.smtp.url",
                            "plenary.stripe.secret-key");
        }
    }

    @Test
    void whatIsNotGivenIsStarted() {
        var withoutMail = new java.util.HashMap<>(ALL);
        withoutMail.remove("PLENARY_SMTP_URL");

        try (var surroundings = Surroundings.start(data, false, 8080, withoutMail)) {
            assertThat(surroundings.services().services())
                    .extracting(Service::kind)
                    .containsExactly(Kind.MAIL);
            assertThat(surroundings.properties()).containsKey("plenary.smtp.url");
        }
    }
}
