package org.plenary.kernel.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives pages and mails {@code #formats}, also in the parameters of fragments, where Thymeleaf forbids beans. */
@Component
class FormatsDialect extends AbstractDialect implements IExpressionObjectDialect {
    private static final String NAME = "formats";

    private final Formats formats;

    FormatsDialect(Formats formats) {
        super(NAME);
        this.formats = formats;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(NAME);
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                return NAME.equals(name) ? formats : null;
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
