package org.plenary;

import java.net.URI;
import java.util.HashMap;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Reads {@code PLENARY_SMTP_URL} ({@code smtp://user:password@host:port}) into Boot's own mail settings. */
public class MailAddress implements EnvironmentPostProcessor {
    private static final int SUBMISSION = 587;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var url = environment.getProperty("plenary.smtp.url");
        if (url == null || url.isBlank()) return;
        var address = URI.create(url);
        var settings = new HashMap<String, Object>();
        settings.put("spring.mail.host", address.getHost());
        settings.put("spring.mail.port", address.getPort() == -1 ? SUBMISSION : address.getPort());
        if (address.getUserInfo() != null) {
            var login = address.getUserInfo().split(":", 2);
            settings.put("spring.mail.username", login[0]);
            if (login.length == 2) settings.put("spring.mail.password", login[1]);
            settings.put("spring.mail.properties.mail.smtp.auth", "true");
            settings.put("spring.mail.properties.mail.smtp.starttls.enable", "true");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("plenary-smtp", settings));
    }
}
