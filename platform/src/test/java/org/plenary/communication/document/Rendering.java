package org.plenary.communication.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.convert.support.DefaultConversionService;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** The rendering of mails and documents, without the rest of the application. */
public final class Rendering {
    private Rendering() {}

    public static MessageSource messages() {
        var messages = new StaticMessageSource();
        messages.addMessage("communication.mail.platform", Locale.ENGLISH, "Plenary");
        messages.addMessage("communication.mail.platform", Locale.CHINA, "Plenary");
        messages.addMessage("communication.mail.footer", Locale.ENGLISH, "Sent by {0}.");
        messages.addMessage("mail.communication.sample.subject", Locale.ENGLISH, "Your order {0}");
        return messages;
    }

    public static PageRendering pages() {
        var beans = new StaticApplicationContext();
        beans.refresh();
        var html = new SpringResourceTemplateResolver();
        html.setApplicationContext(beans);
        html.setPrefix("classpath:/templates/");
        html.setSuffix(".html");
        html.setCharacterEncoding(StandardCharsets.UTF_8.name());
        html.setOrder(1);
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(new TextTemplates().textTemplateResolver(beans));
        engine.addTemplateResolver(html);
        engine.setTemplateEngineMessageSource(messages());
        return new PageRendering(engine, beans, new DefaultConversionService());
    }
}
