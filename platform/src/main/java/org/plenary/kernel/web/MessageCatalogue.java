package org.plenary.kernel.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of all modules: every {@code messages/*.properties} on the class path, in UTF-8. A base name belongs to one
 * module; {@code name.properties} is English, {@code name_zh_CN.properties} Simplified Chinese.
 */
@Configuration(proxyBeanMethods = false)
class MessageCatalogue {
    private static final String FOLDER = "messages/";

    @Bean
    MessageSource messageSource() throws IOException {
        var names = new TreeSet<String>();
        for (var file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*.properties")) {
            var name = Objects.requireNonNull(file.getFilename()).replace(".properties", "");
            names.add(FOLDER + name.replaceFirst("_zh_CN$", ""));
        }
        var source = new ResourceBundleMessageSource();
        source.setBasenames(names.toArray(String[]::new));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return new Strict(source);
    }

    /** Thymeleaf draws {@code ??key??} for a key that is not there; a page must not reach anybody like that. */
    private record Strict(MessageSource texts) implements MessageSource {
        @Override
        public @Nullable String getMessage(
                String code, Object @Nullable [] args, @Nullable String defaultMessage, @Nullable Locale locale) {
            return texts.getMessage(code, args, defaultMessage, locale);
        }

        @Override
        public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
            try {
                return texts.getMessage(code, args, locale);
            } catch (NoSuchMessageException e) {
                throw new IllegalStateException("There is no text for the key " + code, e);
            }
        }

        @Override
        public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
            return texts.getMessage(resolvable, locale);
        }
    }
}
