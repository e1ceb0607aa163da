package org.plenary.communication.document;

import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** Draws Thymeleaf pages outside of a web request: the same texts, beans and formats as in pages. */
@Component
public class PageRendering {
    private final TemplateEngine engine;
    private final ApplicationContext beans;
    private final ConversionService conversions;

    PageRendering(
            TemplateEngine engine,
            ApplicationContext beans,
            @Qualifier("mvcConversionService") ConversionService conversions) {
        this.engine = engine;
        this.beans = beans;
        this.conversions = conversions;
    }

    /** @param template under {@code templates/}, without an ending for HTML, with one for text */
    public String render(String template, Locale locale, Map<String, Object> model) {
        var context = new Context(locale, model);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, conversions));
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locale);
        try {
            return engine.process(template, context);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
